package pl.odzew.notification.delivery.postgres;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.SellerId;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.MailState;
import pl.odzew.notification.delivery.Told;
import pl.odzew.notification.delivery.WarningSchedule;

/// The mails that are to leave; every method belongs into the caller's transaction.
@ApplicationScoped
public class MailStore {

    /// Two consumers that open incidents of one seller at once must find each other's mail.
    private static final String LOCK_SELLER = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    private static final String LOCK_SELLERS = """
            select 1 from (select hashtextextended(seller, 0) as key
                             from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as sellers (seller)
                            order by 1) as keys,
                          lateral pg_advisory_xact_lock(keys.key)
            """;
    private static final String COLLECTING = """
            from MailEntity where sellerId = ?1 and kind = ?2 and state = WAITING and mayHaveLeft = false
            """;

    /// A mail that was claimed long ago belongs to a worker that has died.
    private static final String NEXT_DUE = """
            select * from mail
             where (state = 'WAITING' and due_at <= ?1) or (state = 'SENDING' and claimed_until <= ?1)
             order by due_at limit 1 for update skip locked
            """;

    private static final String FAILED = """
            update MailEntity set state = WAITING, claimedUntil = null, dueAt = ?3, mayHaveLeft = ?4, lastFailure = ?5
             where id = ?1 and attempts = ?2 and state = SENDING
            """;

    private static final String SENT = """
            update MailEntity set state = SENT, claimedUntil = null, sentAt = ?2, lastFailure = null where id = ?1
            """;

    /// One that is just being sent counts as sent.
    private static final String LAST_SENT = """
            select max(coalesce(sent_at, created_at)) from mail
             where seller_id = ?1 and kind = ?2 and state in ('SENT', 'SENDING')
            """;
    private static final int LONGEST_FAILURE = 500;

    /// Until the transaction ends, nobody else does what must not be done to a seller twice at once.
    public Uni<Void> lockSeller(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK_SELLER, Integer.class)
                        .setParameter(1, seller.value())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /// The same for several, in one order for all, so that two batches never wait for each other.
    public Uni<Void> lockSellers(Set<SellerId> sellers) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK_SELLERS, Integer.class)
                        .setParameter(
                                1,
                                new JsonArray(sellers.stream()
                                                .map(SellerId::value)
                                                .toList())
                                        .encode())
                        .getResultList())
                .replaceWithVoid();
    }

    /// Answers the mail to this seller that has not left yet, or a new one that is due as the schedule says.
    public Uni<MailId> collect(SellerId seller, MailKind kind, Instant now, WarningSchedule schedule) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK_SELLER, Integer.class)
                        .setParameter(1, seller.value())
                        .getSingleResult()
                        .chain(() -> session.createQuery(COLLECTING, MailEntity.class)
                                .setParameter(1, seller.value())
                                .setParameter(2, kind)
                                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                .setMaxResults(1)
                                .getSingleResultOrNull())
                        .flatMap(found -> found != null
                                ? Uni.createFrom().item(new MailId(found.id))
                                : lastSent(session, seller, kind)
                                        .flatMap(last -> persist(
                                                session,
                                                MailEntity.waiting(
                                                        seller, kind, now, schedule.dueAt(now, last.orElse(null)))))));
    }

    /// @param payload what it is about, for the source of its letter
    public Uni<MailId> add(SellerId seller, MailKind kind, Instant now, String payload) {
        MailEntity mail = MailEntity.waiting(seller, kind, now, now);
        mail.payload = payload;
        return Panache.getSession().flatMap(session -> persist(session, mail));
    }

    public Uni<MailId> add(SellerId seller, MailKind kind, Instant dueAt) {
        return Panache.getSession()
                .flatMap(session -> persist(session, MailEntity.waiting(seller, kind, dueAt, dueAt)));
    }

    /// Whether a warning has reached the seller; it cannot change until the transaction ends.
    public Uni<Told> lockTold(UUID warning) {
        return Panache.getSession()
                .flatMap(session -> session.find(MailEntity.class, warning, LockModeType.PESSIMISTIC_WRITE))
                .map(mail -> Told.by(mail.state, mail.mayHaveLeft));
    }

    public Uni<Told> told(UUID warning) {
        return Panache.getSession()
                .flatMap(session -> session.find(MailEntity.class, warning))
                .map(mail -> Told.by(mail.state, mail.mayHaveLeft));
    }

    /// Locks the mail that has been due for longest, past those that others have locked.
    public Uni<Optional<DueMail>> lockNextDue(Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(NEXT_DUE, MailEntity.class)
                        .setParameter(1, now)
                        .getSingleResultOrNull())
                .map(mail -> Optional.ofNullable(mail)
                        .map(due -> new DueMail(
                                new MailId(due.id),
                                new SellerId(due.sellerId),
                                due.kind,
                                due.attempts + 1,
                                due.mayHaveLeft,
                                due.state == MailState.SENDING,
                                due.payload)));
    }

    /// From here until it is told otherwise the mail counts as possibly sent.
    public Uni<Void> claim(DueMail due, Instant until) {
        return change(due.id(), mail -> {
            mail.state = MailState.SENDING;
            mail.attempts = due.attempt();
            mail.claimedUntil = until;
            mail.mayHaveLeft = true;
        });
    }

    public Uni<Void> drop(MailId id) {
        return change(id, mail -> mail.state = MailState.DROPPED);
    }

    public Uni<Void> postpone(MailId id, Instant until) {
        return change(id, mail -> {
            mail.state = MailState.WAITING;
            mail.claimedUntil = null;
            mail.dueAt = until;
        });
    }

    public Uni<Void> sent(MailId id, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createMutationQuery(SENT)
                        .setParameter(1, id.value())
                        .setParameter(2, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Without effect when another worker has taken the mail over.
    public Uni<Void> failed(DueMail due, Instant retryAt, boolean mayHaveLeft, String failure) {
        return Panache.getSession()
                .flatMap(session -> session.createMutationQuery(FAILED)
                        .setParameter(1, due.id().value())
                        .setParameter(2, due.attempt())
                        .setParameter(3, retryAt)
                        .setParameter(4, mayHaveLeft || due.mayHaveLeft())
                        .setParameter(5, failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Optional<Instant>> lastSent(Mutiny.Session session, SellerId seller, MailKind kind) {
        return session.createNativeQuery(LAST_SENT, Instant.class)
                .setParameter(1, seller.value())
                .setParameter(2, kind.name())
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private static Uni<MailId> persist(Mutiny.Session session, MailEntity mail) {
        return session.persist(mail).call(session::flush).replaceWith(new MailId(mail.id));
    }

    private static Uni<Void> change(MailId id, java.util.function.Consumer<MailEntity> change) {
        return Panache.getSession()
                .flatMap(session -> session.find(MailEntity.class, id.value()))
                .invoke(mail -> change.accept(requireNonNull(mail, "the mail was locked a moment ago")))
                .replaceWithVoid();
    }
}
