package pl.odzew.notification.webhook.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a seller's program is called, as a row.
@Entity
@Table(name = "webhook")
class WebhookEntity {

    @Id
    String sellerId;

    @Column
    String url;

    @Column
    byte[] sealedSecret;

    @Column
    boolean enabled;

    @Column
    Instant createdAt;

    @Column
    @Nullable
    Instant failingSince;
}
