package pl.odzew.notification.digest;

import java.util.Optional;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;

/// Decides which results of replies are worth a person's eye.
public final class DigestPolicy {

    private static final int IN_A_ROW = 3;

    private DigestPolicy() {}

    /// What follows from a result.
    ///
    /// @param failures in a row, after it
    public record Finding(int failures, Optional<ReplyProblem> problem) {}

    /// @param failures of the same mailbox or account in a row, before it
    public static Finding decide(ReplyResult result, int failures) {
        return switch (result) {
            case ReplySent _ -> new Finding(0, Optional.empty());
            case ReplyBlocked _ -> new Finding(failures, Optional.of(ReplyProblem.BLOCKED));
            case ReplyDeferred _ -> new Finding(failures, Optional.of(ReplyProblem.DAILY_LIMIT));
            case ReplyUnknown _ -> new Finding(failures, Optional.of(ReplyProblem.UNKNOWN));
            case ReplyFailed failed when isFailure(failed.reason()) -> failure(failures + 1);
            case ReplyFailed _ -> new Finding(failures, Optional.empty());
        };
    }

    private static Finding failure(int failures) {
        return new Finding(failures, failures == IN_A_ROW ? Optional.of(ReplyProblem.FAILING) : Optional.empty());
    }

    /// What was not to be sent any more has not failed.
    private static boolean isFailure(ReplyFailureReason reason) {
        return switch (reason) {
            case REFUSED, BOUNCED, CONVERSATION_CLOSED -> true;
            case WITHDRAWN, EXPIRED, ANSWERED_BY_PERSON, TARGET_GONE -> false;
        };
    }
}
