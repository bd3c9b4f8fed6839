package pl.odzew.responder.answering.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.ReplyState;
import pl.odzew.responder.answering.postgres.DecisionLog;

/// A recorded decision as its seller reads it.
///
/// @param reason why it is silent, or what it waits for
/// @param failure why the buyer did not get the reply
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        String id,
        EventId messageId,
        ConversationId conversationId,
        Target target,
        Instant receivedAt,
        Instant decidedAt,
        Kind outcome,
        @Nullable String reason,
        @Nullable ReplyId replyId,
        @Nullable ReplyState replyState,
        @Nullable ReplyFailureReason failure) {

    enum Kind {
        REPLY,
        SILENCE,
        WAITING
    }

    static DecisionView of(DecisionLog.Entry entry) {
        RecordedDecision decision = entry.decision();
        return switch (decision.outcome()) {
            case Outcome.Answered reply ->
                view(entry, Kind.REPLY, null, reply.replyId(), reply.state(), reply.failure());
            case Outcome.Silent silent ->
                view(entry, Kind.SILENCE, silent.reason().name(), null, null, null);
            case Outcome.Waiting waiting ->
                view(entry, Kind.WAITING, waiting.reason().name(), null, null, null);
        };
    }

    private static DecisionView view(
            DecisionLog.Entry entry,
            Kind outcome,
            @Nullable String reason,
            @Nullable ReplyId replyId,
            @Nullable ReplyState replyState,
            @Nullable ReplyFailureReason failure) {
        RecordedDecision decision = entry.decision();
        return new DecisionView(
                Long.toString(entry.position()),
                decision.messageId(),
                decision.conversationId(),
                decision.target(),
                decision.receivedAt(),
                decision.decidedAt(),
                outcome,
                reason,
                replyId,
                replyState,
                failure);
    }
}
