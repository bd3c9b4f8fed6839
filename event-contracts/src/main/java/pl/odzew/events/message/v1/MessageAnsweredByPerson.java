package pl.odzew.events.message.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;

/// `message.answered-by-person.v1`: the seller's own words, not a reply of Odzew's, stand in the conversation.
public record MessageAnsweredByPerson(
        SellerId sellerId, Target target, ConversationId conversationId, Buyer buyer, Instant answeredAt)
        implements MessageEvent {

    public MessageAnsweredByPerson {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(buyer, "buyer is null");
        requireNonNull(answeredAt, "answeredAt is null");
    }
}
