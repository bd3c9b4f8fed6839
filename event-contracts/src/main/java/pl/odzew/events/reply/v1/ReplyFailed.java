package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.failed.v1`: it did not reach the buyer and is not tried again; a bounce may follow a sent one.
///
/// @param serverWords what the server said, where a server said anything
public record ReplyFailed(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Instant at,
        ReplyFailureReason reason,
        @Nullable String serverWords)
        implements ReplyResult {

    public ReplyFailed {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(at, "at is null");
        requireNonNull(reason, "reason is null");
    }
}
