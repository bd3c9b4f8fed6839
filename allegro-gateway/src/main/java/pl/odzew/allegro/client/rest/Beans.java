package pl.odzew.allegro.client.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.odzew.allegro.client.BudgetLedger;
import pl.odzew.allegro.client.Pace;
import pl.odzew.allegro.client.RequestBudget;
import pl.odzew.allegro.client.TooMany;

/// Plain objects that the whole service shares.
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Pace pace(Clock clock) {
        return new Pace(clock);
    }

    @Produces
    @Singleton
    RequestBudget budget(BudgetLedger ledger, Clock clock) {
        return new RequestBudget(ledger, clock);
    }

    @Produces
    @Singleton
    TooMany tooMany(Clock clock) {
        return new TooMany(clock);
    }
}
