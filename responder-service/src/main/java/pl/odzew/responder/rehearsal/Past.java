package pl.odzew.responder.rehearsal;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.decision.SilenceReason;

/// A recorded message with what became of it.
public record Past(RecordedDecision decision, MessageReceived message) {

    public Past {
        requireNonNull(decision, "decision is null");
        requireNonNull(message, "message is null");
    }

    /// No rule changes that a person was faster.
    boolean wasAnsweredByPerson() {
        return decision.outcome() instanceof Outcome.Silent silent
                && silent.reason() == SilenceReason.ANSWERED_BY_PERSON;
    }
}
