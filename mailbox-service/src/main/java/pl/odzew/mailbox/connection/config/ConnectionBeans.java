package pl.odzew.mailbox.connection.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import pl.odzew.mailbox.connection.Guards;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.OutageDesk;
import pl.odzew.mailbox.connection.OutageRounds;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.GuardSettings;

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
    GuardSettings guardSettings(GuardConfig config) {
        return config.settings();
    }

    @Produces
    @Singleton
    GuardRules guardRules(GuardSettings settings) {
        return new GuardRules(settings);
    }

    @Produces
    @Singleton
    OutageDesk outageDesk(Guards guards, GuardRules rules, Clock clock) {
        return new OutageDesk(guards, rules, clock);
    }

    @Produces
    @Singleton
    OutageRounds outageRounds(OutageDesk desk, Guards guards, GuardRules rules, Lifecycle lifecycle, Clock clock) {
        return new OutageRounds(desk, guards, rules, lifecycle, clock);
    }

    @Produces
    @Singleton
    LoginGate loginGate(OutageDesk outages, LoginConfig config, Clock clock) {
        return new LoginGate(
                outages, config.settings(() -> ThreadLocalRandom.current().nextDouble()), clock);
    }

    @Produces
    @Singleton
    Lifecycle lifecycle(Mailboxes mailboxes, Patience patience, OutageDesk outages, Clock clock) {
        return new Lifecycle(mailboxes, patience, outages, clock);
    }
}
