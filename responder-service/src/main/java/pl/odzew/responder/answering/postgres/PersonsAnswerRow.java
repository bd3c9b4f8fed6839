package pl.odzew.responder.answering.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.responder.answering.PersonsAnswer;

/// A row of `persons_answer`.
@Entity
@Table(name = "persons_answer")
@IdClass(PersonsAnswerRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate, or of(), fills the fields.
class PersonsAnswerRow {

    record Key(UUID targetId, String conversationId) implements Serializable {}

    @Id
    @Column(name = "target_id")
    UUID targetId;

    @Id
    @Column(name = "conversation_id")
    String conversationId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "buyer_login")
    @Nullable
    String buyerLogin;

    @Column(name = "buyer_masked")
    @Nullable
    String buyerMasked;

    @Column(name = "answered_at")
    Instant answeredAt;

    static PersonsAnswerRow of(SellerId sellerId, PersonsAnswer answer) {
        var row = new PersonsAnswerRow();
        row.targetId = answer.target().id();
        row.conversationId = answer.conversationId().value();
        row.channel = answer.target().channel();
        row.sellerId = sellerId.value();
        row.take(answer);
        return row;
    }

    void take(PersonsAnswer answer) {
        buyerLogin = answer.buyer().login();
        buyerMasked = answer.buyer().maskedLocalPart();
        answeredAt = answer.answeredAt();
    }

    boolean isOf(PersonsAnswer answer) {
        return targetId.equals(answer.target().id())
                && conversationId.equals(answer.conversationId().value());
    }

    PersonsAnswer toAnswer() {
        return new PersonsAnswer(
                new Target(channel, targetId),
                new ConversationId(conversationId),
                new Buyer(buyerLogin, buyerMasked),
                answeredAt);
    }
}
