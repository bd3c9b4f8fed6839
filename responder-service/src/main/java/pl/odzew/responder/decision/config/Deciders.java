package pl.odzew.responder.decision.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.ReplyPolicy;

/// Makes the core's objects beans.
final class Deciders {

    @Produces
    @Singleton
    ReplyDecider decider(RepliesConfig config) {
        return new ReplyDecider(new ReplyPolicy(config.ageLimit(), config.buyerWindow()));
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
