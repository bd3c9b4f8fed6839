package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.blocked.v1`: Allegro accepted it and then held it back from the buyer; may follow a sent one.
///
/// @param reason the status or words of Allegro
public record ReplyBlocked(
        ReplyId replyId, SellerId sellerId, Target target, ConversationId conversationId, Instant at, String reason)
        implements ReplyResult {

    public ReplyBlocked {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(at, "at is null");
        requireNonNull(reason, "reason is null");
    }
}
