package pl.odzew.notification.erasure.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as a row.
@Entity
@Table(name = "erasure")
class ErasureEntity {

    @Id
    UUID requestId;

    @Column
    @Nullable
    String sellerId;

    @Column
    Instant requestedAt;

    @Column
    @Nullable
    Instant completedAt;
}
