package pl.odzew.notification.board.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.SellerId;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.Notification;

/// The notifications of sellers; every method belongs into the caller's transaction.
@ApplicationScoped
public class BoardStore {

    /// Holds the seller's row until the transaction ends: the next change is numbered after this one is visible.
    private static final String NEXT_CHANGE = """
            insert into board (seller_id, last_change) values (?1, 1)
                on conflict (seller_id) do update set last_change = board.last_change + 1
            returning last_change
            """;
    private static final String LAST_CHANGE = "select last_change from board where seller_id = ?1";
    private static final String PAGE = """
            from NotificationEntity where sellerId = ?1 and (openedAt < ?2 or (openedAt = ?2 and id < ?3))
            order by openedAt desc, id desc
            """;
    private static final String CHANGED = "from NotificationEntity where sellerId = ?1 and change > ?2 order by change";
    private static final String UNREAD =
            "select count(*) from NotificationEntity where sellerId = ?1 and acknowledgedAt is null";
    private static final String MINE = "from NotificationEntity where sellerId = ?1 and id = ?2";

    /// A new notification, or new words for one that is there; it is unread in either case.
    public Uni<Void> post(UUID id, SellerId seller, Content content, Instant now) {
        return nextChange(seller)
                .flatMap(change -> Panache.getSession()
                        .flatMap(session -> session.find(NotificationEntity.class, id)
                                .flatMap(known -> {
                                    var entity = known == null ? NotificationEntity.posted(id, seller, now) : known;
                                    entity.take(content);
                                    entity.change = change;
                                    entity.acknowledgedAt = null;
                                    return known == null ? session.persist(entity) : session.flush();
                                })));
    }

    /// What it told is over. Nothing happens to one that is not there.
    public Uni<Void> close(UUID id, SellerId seller, String ending, Instant now) {
        return changeOne(id, seller, entity -> {
                    entity.closedAt = now;
                    entity.ending = ending;
                })
                .replaceWithVoid();
    }

    /// Nothing when the seller has no such notification. A second time changes nothing.
    public Uni<Optional<Notification>> acknowledge(SellerId seller, UUID id, Instant now) {
        return changeOne(id, seller, entity -> {
            if (entity.acknowledgedAt == null) {
                entity.acknowledgedAt = now;
            }
        });
    }

    /// All that were opened until a moment; answers how many were unread.
    public Uni<Integer> acknowledgeAll(SellerId seller, Instant until, Instant now) {
        return nextChange(seller)
                .flatMap(first -> Panache.getSession()
                        .flatMap(session -> session.createQuery(
                                        "from NotificationEntity where sellerId = ?1 and acknowledgedAt is null and openedAt <= ?2 order by change",
                                        NotificationEntity.class)
                                .setParameter(1, seller.value())
                                .setParameter(2, until)
                                .getResultList()
                                .call(found -> {
                                    for (int i = 0; i < found.size(); i++) {
                                        found.get(i).acknowledgedAt = now;
                                        found.get(i).change = first + i;
                                    }
                                    return session.flush()
                                            .chain(() -> setLastChange(session, seller, first + found.size()));
                                })
                                .map(List::size)));
    }

    public Uni<Optional<Notification>> find(SellerId seller, UUID id) {
        return Panache.getSession()
                .flatMap(session -> find(session, id, seller))
                .map(found -> Optional.ofNullable(found).map(NotificationEntity::toNotification));
    }

    /// A seller's notifications before a position, newest first.
    public Uni<List<Notification>> page(SellerId seller, Instant openedBefore, UUID idBefore, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(PAGE, NotificationEntity.class)
                        .setParameter(1, seller.value())
                        .setParameter(2, openedBefore)
                        .setParameter(3, idBefore)
                        .setMaxResults(limit)
                        .getResultList())
                .map(BoardStore::notifications);
    }

    /// What has changed after a change, in the order of changes; of one that changed twice the present state alone.
    public Uni<List<Notification>> changedAfter(SellerId seller, long change, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(CHANGED, NotificationEntity.class)
                        .setParameter(1, seller.value())
                        .setParameter(2, change)
                        .setMaxResults(limit)
                        .getResultList())
                .map(BoardStore::notifications);
    }

    public Uni<Long> lastChange(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LAST_CHANGE, Long.class)
                        .setParameter(1, seller.value())
                        .getSingleResultOrNull())
                .map(change -> change == null ? 0L : change);
    }

    public Uni<Long> unread(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(UNREAD, Long.class)
                        .setParameter(1, seller.value())
                        .getSingleResult());
    }

    private Uni<Optional<Notification>> changeOne(UUID id, SellerId seller, Consumer<NotificationEntity> change) {
        return nextChange(seller)
                .flatMap(number -> Panache.getSession()
                        .flatMap(session -> find(session, id, seller).call(found -> {
                            if (found == null) {
                                return Uni.createFrom().voidItem();
                            }
                            change.accept(found);
                            found.change = number;
                            return session.flush();
                        })))
                .map(found -> Optional.ofNullable(found).map(NotificationEntity::toNotification));
    }

    private static Uni<NotificationEntity> find(Mutiny.Session session, UUID id, SellerId seller) {
        return session.createQuery(MINE, NotificationEntity.class)
                .setParameter(1, seller.value())
                .setParameter(2, id)
                .getSingleResultOrNull();
    }

    private static Uni<Long> nextChange(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(NEXT_CHANGE, Long.class)
                        .setParameter(1, seller.value())
                        .getSingleResult());
    }

    private static Uni<Integer> setLastChange(Mutiny.Session session, SellerId seller, long change) {
        return session.createNativeQuery("update board set last_change = ?2 where seller_id = ?1")
                .setParameter(1, seller.value())
                .setParameter(2, change)
                .executeUpdate();
    }

    private static List<Notification> notifications(List<NotificationEntity> entities) {
        return entities.stream().map(NotificationEntity::toNotification).toList();
    }
}
