package pl.odzew.notification.announcement.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.odzew.notification.announcement.Announcement;

/// Announcements; every method belongs into the caller's transaction.
@ApplicationScoped
public class AnnouncementStore {

    private static final String ALL = "from AnnouncementEntity order by createdAt desc, id";
    private static final String TO_BEGIN = """
            select * from announcement
             where (state = 'SCHEDULED' and start_at <= ?1) or (state = 'SENT' and round = 1 and remind_at <= ?1)
             order by start_at limit 1 for update skip locked
            """;
    /// Whoever moves the time of the next batch on may send this one: one batch at a time, over all replicas.
    private static final String NEXT_BATCH = """
            select * from announcement where state = 'SENDING' and next_batch_at <= ?1
             order by next_batch_at limit 1 for update skip locked
            """;

    public Uni<List<Announcement>> all() {
        return Panache.getSession()
                .flatMap(session ->
                        session.createQuery(ALL, AnnouncementEntity.class).getResultList())
                .map(found ->
                        found.stream().map(AnnouncementEntity::toAnnouncement).toList());
    }

    public Uni<Optional<Announcement>> find(UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.find(AnnouncementEntity.class, id))
                .map(AnnouncementStore::announcement);
    }

    /// Held until the transaction ends.
    public Uni<Optional<Announcement>> lock(UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.find(AnnouncementEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(AnnouncementStore::announcement);
    }

    public Uni<Void> add(Announcement announcement) {
        var entity = new AnnouncementEntity();
        entity.take(announcement);
        return Panache.getSession().flatMap(session -> session.persist(entity).call(session::flush));
    }

    public Uni<Void> save(Announcement announcement) {
        return Panache.getSession()
                .flatMap(session -> session.find(AnnouncementEntity.class, announcement.id())
                        .invoke(entity -> entity.take(announcement))
                        .call(session::flush))
                .replaceWithVoid();
    }

    /// Without recipients, since only a draft may go.
    public Uni<Void> delete(UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.find(AnnouncementEntity.class, id).flatMap(session::remove));
    }

    /// One whose time has come, to begin or to remind. Held until the transaction ends.
    public Uni<Optional<Announcement>> lockNextToBegin(Instant now) {
        return next(TO_BEGIN, now).map(AnnouncementStore::announcement);
    }

    /// One whose next batch is due. The batch after it is due a moment later.
    public Uni<Optional<Announcement>> claimBatch(Instant now, Duration pace) {
        return next(NEXT_BATCH, now)
                .invoke(found -> {
                    if (found != null) {
                        found.nextBatchAt = now.plus(pace);
                    }
                })
                .map(AnnouncementStore::announcement);
    }

    private static Uni<AnnouncementEntity> next(String sql, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, AnnouncementEntity.class)
                        .setParameter(1, now)
                        .getSingleResultOrNull());
    }

    private static Optional<Announcement> announcement(AnnouncementEntity entity) {
        return entity == null ? Optional.empty() : Optional.of(entity.toAnnouncement());
    }
}
