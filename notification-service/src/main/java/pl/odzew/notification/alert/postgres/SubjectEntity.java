package pl.odzew.notification.alert.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.alert.Happening;
import pl.odzew.notification.alert.Notice;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.SubjectKind;

/// A mailbox or account as its newest event left it.
@Entity
@Table(name = "subject")
class SubjectEntity {

    @Id
    UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    SubjectKind kind;

    @Column
    String sellerId;

    @Column
    long version;

    @Column
    String name;

    @Column
    @Nullable
    String address;

    @Column
    boolean connected;

    @Column
    Instant firstSeenAt;

    static SubjectEntity firstSeen(Subject subject, Instant now) {
        var entity = new SubjectEntity();
        entity.id = subject.id();
        entity.kind = subject.kind();
        entity.firstSeenAt = now;
        return entity;
    }

    void take(Notice notice) {
        Subject subject = notice.subject();
        sellerId = subject.sellerId().value();
        version = notice.version();
        name = subject.name();
        address = subject.address() == null ? null : subject.address().value();
        connected = !(notice.happening() instanceof Happening.Gone);
    }
}
