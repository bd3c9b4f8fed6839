package pl.odzew.events.message.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.ReplyRoute;

/// `message.received.v1`: a buyer wrote to a seller.
///
/// The id of this event is a digest of what identifies the message for ever, so that reading it again gives the same
/// event; whoever consumes it keeps the ids that it has seen.
///
/// @param receivedAt when the provider took the message in; at Allegro when it was written, which may lie days before
/// it appears
/// @param noticedAt when Odzew saw it
/// @param backlog whether it was found when an account was linked or a mailbox recovered, not as it came
/// @param route where an answer goes; absent where the message has no reply address
/// @param mail what a mail's header says; absent for messages of the API
/// @param offerId Allegro's offer, where the message names one
/// @param orderId Allegro's order, where the message names one
public record MessageReceived(
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Buyer buyer,
        Instant receivedAt,
        Instant noticedAt,
        boolean backlog,
        ThreadKind threadKind,
        @Nullable String subject,
        MessageText text,
        @Nullable ReplyRoute route,
        @Nullable MailFacts mail,
        @Nullable String offerId,
        @Nullable String orderId)
        implements MessageEvent {

    public MessageReceived {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(buyer, "buyer is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(noticedAt, "noticedAt is null");
        requireNonNull(threadKind, "threadKind is null");
        requireNonNull(text, "text is null");
    }
}
