package pl.odzew.allegro.replying.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.replying.Reply;
import pl.odzew.allegro.replying.ReplyState;
import pl.odzew.events.AccountId;
import pl.odzew.events.ConversationId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;

/// A row of `reply`.
@Entity
@Table(name = "reply")
@SuppressWarnings("NullAway.Init") // The mapper fills the fields.
class ReplyEntity {

    @Id
    UUID id;

    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "conversation_id")
    String conversationId;

    @Column(name = "thread_id")
    String threadId;

    @Column(name = "message_id")
    String messageId;

    @Column(name = "message_created_at")
    Instant messageCreatedAt;

    String body;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    ReplyState state;

    boolean withdrawn;

    @Column(name = "attempted_at")
    @Nullable
    Instant attemptedAt;

    int looks;

    @Nullable
    Long epoch;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "provider_message_id")
    @Nullable
    String providerMessageId;

    @Enumerated(EnumType.STRING)
    Place place;

    /// As JSON.
    String attachments;

    @Column(name = "check_at")
    @Nullable
    Instant checkAt;

    int checks;

    /// Absent where the route leads to no place of Allegro's.
    static @Nullable ReplyEntity of(ReplyRequested requested, Instant now) {
        return switch (requested.route()) {
            case ReplyRoute.AllegroThread thread ->
                of(requested, Place.MESSAGES, thread.threadId(), thread.messageId(), thread.createdAt(), now);
            case ReplyRoute.AllegroIssue issue ->
                of(requested, Place.ISSUES, issue.issueId(), issue.messageId(), issue.createdAt(), now);
            case ReplyRoute.Mail _ -> null;
        };
    }

    private static ReplyEntity of(
            ReplyRequested requested,
            Place place,
            String threadId,
            String messageId,
            Instant messageCreatedAt,
            Instant now) {
        var row = new ReplyEntity();
        row.place = place;
        row.attachments = AttachmentsJson.write(requested.attachments());
        row.id = requested.replyId().value();
        row.sellerId = requested.sellerId().value();
        row.accountId = requested.target().id();
        row.conversationId = requested.conversationId().value();
        row.threadId = threadId;
        row.messageId = messageId;
        row.messageCreatedAt = messageCreatedAt;
        row.body = requested.text();
        row.requestedAt = now;
        row.expiresAt = requested.expiresAt();
        row.state = ReplyState.PENDING;
        row.nextAt = now;
        return row;
    }

    Reply read() {
        return new Reply(
                new ReplyId(id),
                new SellerId(sellerId),
                new AccountId(accountId),
                new ConversationId(conversationId),
                place,
                new ThreadId(threadId),
                new MessageId(messageId),
                messageCreatedAt,
                body,
                AttachmentsJson.read(attachments),
                expiresAt,
                state,
                withdrawn,
                attemptedAt,
                looks);
    }
}
