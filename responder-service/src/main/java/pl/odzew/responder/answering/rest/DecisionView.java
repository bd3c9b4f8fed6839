package pl.odzew.responder.answering.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.ReplyState;
import pl.odzew.responder.answering.postgres.DecisionLog;

/// A recorded decision as its seller reads it.
///
/// @param buyer the login, or where only a mail showed the buyer his masked name
/// @param reason why it is silent, or what it waits for
/// @param until when it is decided at the latest, where time is what it waits for
/// @param rule the name of the seller's rule that decided
/// @param withdrawal why the reply was asked back, if it was
/// @param failure why the buyer did not get the reply
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Decision")
record DecisionView(
        String id,
        EventId messageId,
        ConversationId conversationId,
        Target target,
        @Nullable String buyer,
        Instant receivedAt,
        Instant decidedAt,
        Kind outcome,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable String rule,
        @Nullable ReplyId replyId,
        @Nullable ReplyState replyState,
        @Nullable Instant replyStateSince,
        @Nullable WithdrawalReason withdrawal,
        @Nullable ReplyFailureReason failure) {

    enum Kind {
        REPLY,
        SILENCE,
        WAITING
    }

    static DecisionView of(DecisionLog.Entry entry) {
        RecordedDecision decision = entry.decision();
        Outcome outcome = decision.outcome();
        Outcome.@Nullable Answered reply = outcome instanceof Outcome.Answered answered ? answered : null;
        return new DecisionView(
                Long.toString(entry.position()),
                decision.messageId(),
                decision.conversationId(),
                decision.target(),
                decision.buyer().login() != null
                        ? decision.buyer().login()
                        : decision.buyer().maskedLocalPart(),
                decision.receivedAt(),
                decision.decidedAt(),
                kind(outcome),
                reason(outcome),
                outcome instanceof Outcome.Waiting waiting ? waiting.until() : null,
                rule(outcome),
                reply == null ? null : reply.replyId(),
                reply == null ? null : reply.state(),
                reply == null ? null : reply.stateSince(),
                reply == null ? null : reply.withdrawal(),
                reply == null ? null : reply.failure());
    }

    static Kind kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> Kind.REPLY;
            case Outcome.Silent _ -> Kind.SILENCE;
            case Outcome.Waiting _ -> Kind.WAITING;
        };
    }

    static @Nullable String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered _ -> null;
            case Outcome.Silent silent -> silent.reason().name();
            case Outcome.Waiting waiting -> waiting.reason().name();
        };
    }

    static @Nullable String rule(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.rule();
            case Outcome.Silent silent -> silent.rule();
            case Outcome.Waiting _ -> null;
        };
    }
}
