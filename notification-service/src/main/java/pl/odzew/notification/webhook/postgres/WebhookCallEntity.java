package pl.odzew.notification.webhook.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call as a row.
@Entity
@Table(name = "webhook_call")
class WebhookCallEntity {

    @Id
    UUID id;

    @Column
    String sellerId;

    @Column
    @Nullable
    UUID notificationId;

    @Column
    String type;

    @Column
    String state;

    @Column
    int attempts;

    @Column
    Instant dueAt;

    @Column
    Instant createdAt;

    @Column
    @Nullable
    String lastFailure;
}
