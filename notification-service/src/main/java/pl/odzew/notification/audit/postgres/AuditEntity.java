package pl.odzew.notification.audit.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.audit.AuditEntry;

/// An entry as a row.
@Entity
@Table(name = "audit")
class AuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column
    String sellerId;

    @Column
    Instant at;

    @Column
    String actor;

    @Column
    String action;

    @Column
    String subject;

    @Column
    @Nullable
    String detail;

    static AuditEntity of(String sellerId, AuditEntry entry) {
        var entity = new AuditEntity();
        entity.sellerId = sellerId;
        entity.at = entry.at();
        entity.actor = entry.actor();
        entity.action = entry.action();
        entity.subject = entry.subject();
        entity.detail = entry.detail();
        return entity;
    }

    AuditEntry toEntry() {
        return new AuditEntry(at, actor, action, subject, detail);
    }
}
