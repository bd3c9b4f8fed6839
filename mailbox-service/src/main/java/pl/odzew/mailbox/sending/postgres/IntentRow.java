package pl.odzew.mailbox.sending.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reply as a row. The fields are filled by Hibernate before anybody reads them; rows are made by an insert of their
/// own, which minds that a reply may be asked for twice.
@Entity(name = "IntentRow")
@Table(name = "reply_intent")
class IntentRow {

    /// How far a reply has come; stored by name.
    enum State {
        PENDING,
        /// Being handed over, by the process whose epoch stands beside it.
        SENDING,
        /// Possibly sent.
        LOOKING,
        SENT,
        /// Possibly sent, and not found.
        UNKNOWN,
        FAILED,
        /// Sent, and returned.
        BOUNCED;

        boolean isOpen() {
            return this == PENDING || this == SENDING || this == LOOKING;
        }
    }

    @Id
    @Column(name = "reply_id")
    UUID replyId;

    @Column(name = "mailbox_id")
    UUID mailboxId;

    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "conversation_id")
    String conversationId;

    @Column(name = "request")
    @Nullable
    String request;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "epoch")
    long epoch;

    @Column(name = "attempted_at")
    @Nullable
    Instant attemptedAt;

    @Column(name = "looks")
    int looks;

    @Column(name = "deferred")
    boolean deferred;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    /// It will not change any more, and nobody needs its words.
    void settle(State last, Instant now) {
        state = last;
        settledAt = now;
        request = null;
    }
}
