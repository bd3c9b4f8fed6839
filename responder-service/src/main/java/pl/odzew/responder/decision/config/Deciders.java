package pl.odzew.responder.decision.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.ReplyPolicy;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.LanguageGuess;

/// Makes the core's objects beans.
final class Deciders {

    @Produces
    @Singleton
    ReplyDecider decider(RepliesConfig config, Knowledge knowledge) {
        return new ReplyDecider(new ReplyPolicy(config.ageLimit(), config.buyerWindow()), knowledge);
    }

    @Produces
    @Singleton
    Knowledge knowledge(BaseForms baseForms, LanguageGuess languages, PublicHolidays calendar) {
        return new Knowledge(baseForms, languages, calendar);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
