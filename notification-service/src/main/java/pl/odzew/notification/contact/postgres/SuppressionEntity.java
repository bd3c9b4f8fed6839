package pl.odzew.notification.contact.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// An address that takes no mail, as a row.
@Entity
@Table(name = "suppression")
class SuppressionEntity {

    @Id
    String address;

    @Column
    String reason;

    @Column
    Instant suppressedAt;
}
