package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;

/// When a person last wrote in a conversation.
public record PersonsAnswer(Target target, ConversationId conversationId, Buyer buyer, Instant answeredAt) {

    public PersonsAnswer {
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(buyer, "buyer is null");
        requireNonNull(answeredAt, "answeredAt is null");
    }

    static PersonsAnswer of(MessageAnsweredByPerson event) {
        return new PersonsAnswer(event.target(), event.conversationId(), event.buyer(), event.answeredAt());
    }

    boolean isInTheConversationOf(PersonsAnswer other) {
        return target.equals(other.target) && conversationId.equals(other.conversationId);
    }
}
