package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.mailbox.connection.PasswordTries;
import pl.odzew.transport.transaction.Transactions;

/// Tries in PostgreSQL, so that all processes count together. Two at once of a seller, or of an address, wait for each
/// other.
@ApplicationScoped
class PostgresPasswordTries implements PasswordTries {

    private static final String USED = """
            select count(*), cast(extract(epoch from coalesce(min(at), now())) * 1000 as bigint)
              from password_try where %s = :value and at > :since
            """;

    private final Transactions transactions;
    private final Limits limits;
    private final Clock clock;

    PostgresPasswordTries(Transactions transactions, Limits limits, Clock clock) {
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Optional<Duration>> take(SellerId seller, MailAddress address) {
        String account = account(address);
        Instant now = clock.instant();
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> lock(session, "seller " + seller.value())
                                .chain(() -> lock(session, "address " + account))
                                .chain(() -> used(session, "seller_id", seller.value(), now))
                                .flatMap(ofSeller -> used(session, "address", account, now)
                                        .map(ofAddress -> limits.delay(ofSeller, ofAddress, now)))
                                .call(delay -> delay.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : remember(session, seller, account, now))))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> right(SellerId seller, MailAddress address) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "delete from password_try where seller_id = :seller and address = :address")
                                .setParameter("seller", seller.value())
                                .setParameter("address", account(address))
                                .executeUpdate())
                        .replaceWithVoid())
                .subscribeAsCompletionStage();
    }

    private static Uni<Void> lock(Mutiny.Session session, String what) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))", Integer.class)
                .setParameter("what", what)
                .getResultList()
                .replaceWithVoid();
    }

    private Uni<Limits.Used> used(Mutiny.Session session, String column, String value, Instant now) {
        return session.createNativeQuery(USED.formatted(column), Object[].class)
                .setParameter("value", value)
                .setParameter("since", now.minus(limits.window()))
                .getSingleResult()
                .map(row -> new Limits.Used(
                        ((Number) row[0]).intValue(), Instant.ofEpochMilli(((Number) row[1]).longValue())));
    }

    /// What is older than the window is of no use to anybody.
    private Uni<Void> remember(Mutiny.Session session, SellerId seller, String account, Instant now) {
        return session.createNativeQuery("delete from password_try where at <= :since")
                .setParameter("since", now.minus(limits.window()))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "insert into password_try (seller_id, address, at) values (:seller, :address, :at)")
                        .setParameter("seller", seller.value())
                        .setParameter("address", account)
                        .setParameter("at", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String account(MailAddress address) {
        return address.value().toLowerCase(Locale.ROOT);
    }
}
