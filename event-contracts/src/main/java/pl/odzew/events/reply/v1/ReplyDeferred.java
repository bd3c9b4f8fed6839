package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.deferred.v1`: a limit of the provider holds it back; it is tried again.
public record ReplyDeferred(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Instant at,
        Instant until,
        DeferralReason reason)
        implements ReplyResult {

    public ReplyDeferred {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(at, "at is null");
        requireNonNull(until, "until is null");
        requireNonNull(reason, "reason is null");
    }
}
