package pl.odzew.notification.erasure.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// The answer of one service as a row.
@Entity
@Table(name = "erasure_step")
@IdClass(ErasureStepEntity.Key.class)
class ErasureStepEntity {

    @Id
    UUID requestId;

    @Id
    String service;

    @Column
    Instant doneAt;

    /// One answer of a service for a request.
    record Key(UUID requestId, String service) implements Serializable {}
}
