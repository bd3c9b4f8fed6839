package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `reply.requested.v1`: send this to the buyer, once.
///
/// @param inReplyTo the `message.received` that is answered
/// @param subject of the buyer's mail; absent for the API, where a subject cannot be set
/// @param text complete, with placeholders filled in
/// @param expiresAt after this moment it is no longer wanted and ends as failed with `EXPIRED`
public record ReplyRequested(
        ReplyId replyId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        EventId inReplyTo,
        ReplyRoute route,
        @Nullable String subject,
        String text,
        List<AttachmentRef> attachments,
        Instant decidedAt,
        Instant expiresAt)
        implements ReplyEvent {

    public ReplyRequested {
        requireNonNull(replyId, "replyId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(inReplyTo, "inReplyTo is null");
        requireNonNull(route, "route is null");
        requireNonNull(text, "text is null");
        attachments = List.copyOf(attachments);
        requireNonNull(decidedAt, "decidedAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    /// Says which reply, not what it says.
    @Override
    public String toString() {
        return "ReplyRequested[" + replyId + " by " + target + "]";
    }
}
