package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.withdrawn.v1`: do not send it, if it has not left yet.
///
/// The sender answers in any case: `reply.failed.v1` with `WITHDRAWN` when it was in time, else what had become of it.
public record ReplyWithdrawn(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        WithdrawalReason reason,
        Instant at)
        implements ReplyEvent {

    public ReplyWithdrawn {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(at, "at is null");
    }
}
