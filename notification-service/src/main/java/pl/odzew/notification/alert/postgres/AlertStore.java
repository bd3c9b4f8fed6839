package pl.odzew.notification.alert.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.SellerId;
import pl.odzew.notification.alert.Ending;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.Known;
import pl.odzew.notification.alert.Notice;

/// The projection and the incidents; every method belongs into the caller's transaction.
@ApplicationScoped
public class AlertStore {

    private static final String NEWEST = "from IncidentEntity where subjectId = ?1 order by subjectVersion desc";

    private static final String REPLACED = "select 1 from replaced_mailbox where id = ?1";
    private static final String OPEN_BUT_REPLACED = """
            select incident.* from incident join replaced_mailbox on replaced_mailbox.id = incident.subject_id
             where incident.closed_at is null
               and incident.seller_id in (select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
            """;
    private static final String TO_REMIND = """
            select * from incident where closed_at is null and next_reminder_at <= ?1
             order by next_reminder_at limit 1 for update skip locked
            """;
    private static final String TO_REMIND_TOO = """
            from IncidentEntity where sellerId = ?1 and kind = ?2 and closedAt is null and nextReminderAt <= ?3
             order by openedAt, id
            """;
    private static final String WARNED = """
            from IncidentEntity where warningMailId = ?1 and warnedAt is null and closedAt is null
            """;

    /// An incident and the mail in which its warning leaves.
    public record Reported(Incident incident, Optional<UUID> warningMail) {}

    /// An incident of which the seller is to be reminded.
    ///
    /// @param warnedAt when he was told first
    /// @param reminders how many reminders he has had
    public record ToRemind(Incident incident, Instant warnedAt, int reminders) {}

    public Uni<Known> known(UUID subject) {
        return Panache.getSession()
                .flatMap(session -> session.find(SubjectEntity.class, subject)
                        .flatMap(projection -> newestIncident(session, subject)
                                .flatMap(incident -> isReplaced(session, subject)
                                        .map(replaced -> new Known(
                                                projection == null ? 0 : projection.version,
                                                incident.map(Incident::subjectVersion)
                                                        .orElse(0L),
                                                incident.filter(Incident::isOpen),
                                                replaced)))));
    }

    /// Brings the projection to what the notice says.
    public Uni<Void> remember(Notice notice, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.find(
                                SubjectEntity.class, notice.subject().id())
                        .flatMap(known -> {
                            if (known != null) {
                                known.take(notice);
                                return Uni.createFrom().voidItem();
                            }
                            var entity = SubjectEntity.firstSeen(notice.subject(), now);
                            entity.take(notice);
                            return session.persist(entity);
                        }));
    }

    /// @param warningMail the mail in which its warning leaves, unless it is over by then
    public Uni<Void> add(Incident incident, UUID warningMail) {
        var entity = IncidentEntity.of(incident);
        entity.warningMailId = warningMail;
        return Panache.getSession()
                .flatMap(session -> session.persist(entity).call(session::flush))
                .replaceWithVoid();
    }

    /// Answers the mail of its warning. Written at once, since the next incident of the subject may follow.
    public Uni<Optional<UUID>> close(IncidentId id, Ending ending, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.find(IncidentEntity.class, id.value())
                        .invoke(entity -> {
                            entity.closedAt = now;
                            entity.ending = ending;
                        })
                        .call(session::flush))
                .map(entity -> Optional.ofNullable(entity.warningMailId));
    }

    public Uni<Void> announceEnd(IncidentId id, UUID goodNewsMail) {
        return Panache.getSession()
                .flatMap(session -> session.find(IncidentEntity.class, id.value()))
                .invoke(entity -> entity.goodNewsMailId = goodNewsMail)
                .replaceWithVoid();
    }

    /// The incidents that a mail tells of, oldest first.
    public Uni<List<Reported>> reportedBy(UUID mail) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from IncidentEntity where warningMailId = ?1 or goodNewsMailId = ?1 or reminderMailId = ?1 order by openedAt, id",
                                IncidentEntity.class)
                        .setParameter(1, mail)
                        .getResultList())
                .map(found -> found.stream()
                        .map(entity -> new Reported(entity.toIncident(), Optional.ofNullable(entity.warningMailId)))
                        .toList());
    }

    /// The seller has been warned by this mail, and is reminded at the given moment while it lasts.
    public Uni<Void> warned(UUID mail, Instant now, Optional<Instant> remindAt) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(WARNED, IncidentEntity.class)
                        .setParameter(1, mail)
                        .getResultList())
                .invoke(found -> found.forEach(entity -> {
                    entity.warnedAt = now;
                    entity.nextReminderAt = remindAt.orElse(null);
                }))
                .replaceWithVoid();
    }

    /// The incident whose reminder has been due for longest, and those of the same seller that are due until a later
    /// moment. Nobody else takes the first one until the transaction ends.
    public Uni<List<ToRemind>> lockNextToRemind(Instant now, Instant together) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(TO_REMIND, IncidentEntity.class)
                        .setParameter(1, now)
                        .getSingleResultOrNull()
                        .flatMap(first -> first == null
                                ? Uni.createFrom().item(List.<ToRemind>of())
                                : session.createQuery(TO_REMIND_TOO, IncidentEntity.class)
                                        .setParameter(1, first.sellerId)
                                        .setParameter(2, first.kind)
                                        .setParameter(3, together)
                                        .getResultList()
                                        .map(found -> found.stream()
                                                .map(AlertStore::toRemind)
                                                .toList())));
    }

    public Uni<Void> reminded(IncidentId id, UUID mail, Optional<Instant> next) {
        return Panache.getSession()
                .flatMap(session -> session.find(IncidentEntity.class, id.value()))
                .invoke(entity -> {
                    entity.reminders++;
                    entity.reminderMailId = mail;
                    entity.nextReminderAt = next.orElse(null);
                })
                .replaceWithVoid();
    }

    private static ToRemind toRemind(IncidentEntity entity) {
        return new ToRemind(
                entity.toIncident(), entity.warnedAt == null ? entity.openedAt : entity.warnedAt, entity.reminders);
    }

    /// The open incidents of these sellers' mailboxes in whose place version 3 answers now.
    public Uni<List<Incident>> openButReplaced(Set<SellerId> sellers) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(OPEN_BUT_REPLACED, IncidentEntity.class)
                        .setParameter(
                                1,
                                new JsonArray(sellers.stream()
                                                .map(SellerId::value)
                                                .toList())
                                        .encode())
                        .getResultList())
                .map(found -> found.stream().map(IncidentEntity::toIncident).toList());
    }

    private static Uni<Boolean> isReplaced(Mutiny.Session session, UUID subject) {
        return session.createNativeQuery(REPLACED, Integer.class)
                .setParameter(1, subject)
                .getSingleResultOrNull()
                .map(found -> found != null);
    }

    private static Uni<Optional<Incident>> newestIncident(Mutiny.Session session, UUID subject) {
        return session.createQuery(NEWEST, IncidentEntity.class)
                .setParameter(1, subject)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().map(IncidentEntity::toIncident).findFirst());
    }
}
