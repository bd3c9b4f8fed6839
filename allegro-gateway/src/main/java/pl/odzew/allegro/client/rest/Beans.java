package pl.odzew.allegro.client.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.odzew.allegro.client.Pace;

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
}
