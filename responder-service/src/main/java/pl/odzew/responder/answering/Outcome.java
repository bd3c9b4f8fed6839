package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ReplyId;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.decision.PastReply.Standing;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;

/// How a message stands now.
public sealed interface Outcome {

    /// It was not answered.
    ///
    /// @param rule the name of the rule that said so, where one did
    record Silent(SilenceReason reason, @Nullable String rule) implements Outcome {

        public Silent(SilenceReason reason) {
            this(reason, null);
        }
    }

    /// It is decided again when what it waits for has happened.
    ///
    /// @param message what the decision will need
    /// @param until when it is decided again though nothing else happens
    /// @param withdrawn the reply to it that was asked back in time; the next one must have another id
    record Waiting(
            WaitReason reason,
            MessageReceived message,
            @Nullable Instant until,
            @Nullable ReplyId withdrawn) implements Outcome {}

    /// A reply was requested.
    ///
    /// @param withdrawal why it was asked back, if it was
    /// @param failure why it did not reach the buyer, if it did not
    /// @param rule the name of the rule that applied; absent for the default
    record Answered(
            ReplyId replyId,
            ReplyState state,
            Instant stateSince,
            @Nullable WithdrawalReason withdrawal,
            @Nullable ReplyFailureReason failure,
            @Nullable String rule)
            implements Outcome {

        public Answered {
            requireNonNull(replyId, "replyId is null");
            requireNonNull(state, "state is null");
            requireNonNull(stateSince, "stateSince is null");
        }

        static Answered requested(ReplyId replyId, @Nullable String rule, Instant now) {
            return new Answered(replyId, ReplyState.REQUESTED, now, null, null, rule);
        }

        /// Whether the message has no answer because of a stop, and is to be decided again.
        boolean wasStopped() {
            return state == ReplyState.FAILED
                    && failure == ReplyFailureReason.WITHDRAWN
                    && withdrawal == WithdrawalReason.STOPPED;
        }

        boolean canBeWithdrawn() {
            return state.isOpen() && withdrawal == null;
        }

        Answered withdrawn(WithdrawalReason reason) {
            return new Answered(replyId, state, stateSince, reason, failure, rule);
        }

        /// A result that comes late, after one that says more, changes nothing.
        Answered after(ReplyResult result) {
            return switch (result) {
                case ReplyDeferred _ -> state.isOpen() ? to(ReplyState.DEFERRED, result) : this;
                case ReplyUnknown _ -> state.isOpen() ? to(ReplyState.UNKNOWN, result) : this;
                case ReplySent _ -> state.isOpen() || state == ReplyState.UNKNOWN ? to(ReplyState.SENT, result) : this;
                case ReplyBlocked _ -> state == ReplyState.FAILED ? this : to(ReplyState.BLOCKED, result);
                case ReplyFailed failed ->
                    new Answered(replyId, ReplyState.FAILED, failed.at(), withdrawal, failed.reason(), rule);
            };
        }

        /// What it means for the buyer's window: freed only when it is certain that the buyer got nothing.
        Standing standing() {
            return switch (state) {
                case REQUESTED, DEFERRED ->
                    withdrawal == WithdrawalReason.SWITCHED_TO_VERSION_3 || withdrawal == WithdrawalReason.STOPPED
                            ? Standing.BEING_WITHDRAWN
                            : Standing.ON_ITS_WAY;
                case SENT, BLOCKED, UNKNOWN -> Standing.TAKES_WINDOW;
                case FAILED -> failure == null ? Standing.TAKES_WINDOW : afterFailure(failure);
            };
        }

        private Standing afterFailure(ReplyFailureReason reason) {
            return switch (reason) {
                case WITHDRAWN ->
                    withdrawal == WithdrawalReason.ANSWERED_BY_PERSON
                            ? Standing.TAKES_WINDOW
                            : Standing.CAME_TO_NOTHING;
                case EXPIRED, REFUSED, CONVERSATION_CLOSED, TARGET_GONE -> Standing.CAME_TO_NOTHING;
                // Answered all the same, or an address to which nothing should be sent for a while.
                case ANSWERED_BY_PERSON, BOUNCED -> Standing.TAKES_WINDOW;
            };
        }

        private Answered to(ReplyState next, ReplyResult result) {
            return new Answered(replyId, next, result.at(), withdrawal, failure, rule);
        }
    }
}
