package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.SellerId;
import pl.odzew.mailbox.connection.GoogleAuthorizations;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.transport.transaction.Transactions;

/// Kept in PostgreSQL, since the seller may come back to another replica. Of the state only a digest is kept.
@ApplicationScoped
class PostgresGoogleAuthorizations implements GoogleAuthorizations {

    private final Transactions transactions;
    private final SecretBox secrets;

    PostgresGoogleAuthorizations(Transactions transactions, SecretBox secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
    }

    @Override
    public CompletionStage<Void> begin(String state, SellerId seller, Secret verifier, Instant until) {
        UUID id = UUID.randomUUID();
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "delete from google_authorization where expires_at < now()")
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery("""
                                        insert into google_authorization (id, state, seller_id, verifier, expires_at)
                                        values (:id, :state, :seller, :verifier, :until)
                                        """)
                                        .setParameter("id", id)
                                        .setParameter("state", digest(state))
                                        .setParameter("seller", seller.value())
                                        .setParameter("verifier", secrets.lock(verifier, id))
                                        .setParameter("until", until)
                                        .executeUpdate())
                                .replaceWithVoid()))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Secret>> end(String state, SellerId seller, Instant now) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery("""
                                delete from google_authorization
                                 where state = :state and seller_id = :seller and expires_at > :now
                                returning id, verifier
                                """, Object[].class)
                                .setParameter("state", digest(state))
                                .setParameter("seller", seller.value())
                                .setParameter("now", now)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .findFirst()
                                        .map(row -> secrets.open((byte[]) row[1], (UUID) row[0])))))
                .subscribeAsCompletionStage();
    }

    private static byte[] digest(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
