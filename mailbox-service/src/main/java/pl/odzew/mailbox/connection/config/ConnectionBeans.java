package pl.odzew.mailbox.connection.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.refusal.Confirmation;

/// Makes the plain classes of this feature available to the others.
@Dependent
class ConnectionBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Presets presets(ProvidersConfig config) {
        return config.presets();
    }

    @Produces
    @Singleton
    Patience patience(SuspicionConfig suspicion, AlarmConfig alarm) {
        return new Patience(new Confirmation(suspicion.confirmAfter()), alarm.retryAfter());
    }

    @Produces
    @Singleton
    Lifecycle lifecycle(Mailboxes mailboxes, Patience patience, Clock clock) {
        return new Lifecycle(mailboxes, patience, clock);
    }
}
