package pl.odzew.notification.alert.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.notification.alert.Ending;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.Known;
import pl.odzew.notification.alert.Notice;

/// The projection and the incidents; every method belongs into the caller's transaction.
@ApplicationScoped
public class AlertStore {

    private static final String NEWEST = "from IncidentEntity where subjectId = ?1 order by subjectVersion desc";

    /// An incident and the mail in which its warning leaves.
    public record Reported(Incident incident, Optional<UUID> warningMail) {}

    public Uni<Known> known(UUID subject) {
        return Panache.getSession()
                .flatMap(session -> session.find(SubjectEntity.class, subject)
                        .flatMap(projection -> newestIncident(session, subject)
                                .map(incident -> new Known(
                                        projection == null ? 0 : projection.version,
                                        incident.map(Incident::subjectVersion).orElse(0L),
                                        incident.filter(Incident::isOpen)))));
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
                                "from IncidentEntity where warningMailId = ?1 or goodNewsMailId = ?1 order by openedAt, id",
                                IncidentEntity.class)
                        .setParameter(1, mail)
                        .getResultList())
                .map(found -> found.stream()
                        .map(entity -> new Reported(entity.toIncident(), Optional.ofNullable(entity.warningMailId)))
                        .toList());
    }

    private static Uni<Optional<Incident>> newestIncident(Mutiny.Session session, UUID subject) {
        return session.createQuery(NEWEST, IncidentEntity.class)
                .setParameter(1, subject)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().map(IncidentEntity::toIncident).findFirst());
    }
}
