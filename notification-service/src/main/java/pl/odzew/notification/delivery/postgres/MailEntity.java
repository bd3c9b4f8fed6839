package pl.odzew.notification.delivery.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.MailState;

/// A mail to a seller as a row.
@Entity
@Table(name = "mail")
class MailEntity {

    @Id
    UUID id;

    @Column
    String sellerId;

    @Column
    @Enumerated(EnumType.STRING)
    MailKind kind;

    @Column
    @Enumerated(EnumType.STRING)
    MailState state;

    @Column
    Instant dueAt;

    @Column
    int attempts;

    @Column
    @Nullable
    Instant claimedUntil;

    @Column
    boolean mayHaveLeft;

    @Column
    Instant createdAt;

    @Column
    @Nullable
    Instant sentAt;

    @Column
    @Nullable
    String lastFailure;

    @Column
    @Nullable
    String payload;

    static MailEntity waiting(SellerId seller, MailKind kind, Instant now, Instant dueAt) {
        var mail = new MailEntity();
        mail.id = MailId.random().value();
        mail.sellerId = seller.value();
        mail.kind = kind;
        mail.state = MailState.WAITING;
        mail.createdAt = now;
        mail.dueAt = dueAt;
        return mail;
    }
}
