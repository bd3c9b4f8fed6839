package pl.odzew.allegro.replying;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.events.AccountId;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.AttachmentRef;

/// The intent to answer one message of a buyer's.
///
/// @param place where the thread is
/// @param answered the buyer's message
/// @param answeredCreatedAt when the buyer wrote it; own messages after it are looked at
/// @param withdrawn whether it is no longer wanted, should it turn out not to have left
/// @param attemptedAt when it was last handed to Allegro
/// @param looks how often was looked for it since
public record Reply(
        ReplyId id,
        SellerId sellerId,
        AccountId accountId,
        ConversationId conversationId,
        Place place,
        ThreadId thread,
        MessageId answered,
        Instant answeredCreatedAt,
        String text,
        List<AttachmentRef> attachments,
        Instant expiresAt,
        ReplyState state,
        boolean withdrawn,
        @Nullable Instant attemptedAt,
        int looks) {

    public Reply {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(place, "place is null");
        requireNonNull(thread, "thread is null");
        requireNonNull(answered, "answered is null");
        requireNonNull(answeredCreatedAt, "answeredCreatedAt is null");
        requireNonNull(text, "text is null");
        attachments = List.copyOf(attachments);
        requireNonNull(expiresAt, "expiresAt is null");
        requireNonNull(state, "state is null");
    }

    public Target target() {
        return Target.of(accountId);
    }

    /// Says which reply, not what it says.
    @Override
    public String toString() {
        return "Reply[" + id + "]";
    }
}
