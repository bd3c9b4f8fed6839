package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.sent.v1`: the mail server or Allegro has accepted it; whether the buyer gets it is another matter.
///
/// @param providerMessageId our Message-ID, or the id that Allegro gave
public record ReplySent(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Instant at,
        String providerMessageId)
        implements ReplyResult {

    public ReplySent {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(at, "at is null");
        requireNonNull(providerMessageId, "providerMessageId is null");
    }
}
