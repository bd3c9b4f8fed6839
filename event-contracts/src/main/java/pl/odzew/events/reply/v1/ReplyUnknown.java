package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.unknown.v1`: it may or may not have been sent, looking has proved nothing, and it is not sent again.
///
/// @param attemptedAt when it was handed to the server
public record ReplyUnknown(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Instant at,
        Instant attemptedAt)
        implements ReplyResult {

    public ReplyUnknown {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(at, "at is null");
        requireNonNull(attemptedAt, "attemptedAt is null");
    }
}
