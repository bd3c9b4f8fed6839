package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import pl.odzew.transport.transaction.Transactions;

/// Follows the keyset file while the service runs, and encrypts anew what stands under a key that is no longer the
/// primary one, so that the old key can be taken out.
@ApplicationScoped
class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int BATCH = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String OLD = """
            select id, secret from mailbox
             where id > :after and substring(secret from 1 for :length) <> :prefix
             order by id limit :most for update
            """;

    private final Vertx vertx;
    private final Transactions transactions;
    private final SecretBox secrets;
    private final Duration every;
    private final AtomicBoolean running = new AtomicBoolean();
    private long timer;

    KeyRotation(
            Vertx vertx,
            Transactions transactions,
            SecretBox secrets,
            @ConfigProperty(name = "odzew.secrets.look-for-new-keys-every", defaultValue = "1M") Duration every) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.secrets = secrets;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(every.toMillis(), _ -> turn());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void turn() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        vertx.<Void>executeBlocking(() -> {
                    secrets.readAgain();
                    return null;
                })
                .onFailure(failure -> LOG.errorf("The new keyset cannot be read, the old one serves: %s", failure))
                .onComplete(_ -> encryptAnew()
                        .onTermination()
                        .invoke(() -> running.set(false))
                        .subscribe()
                        .with(
                                count -> {
                                    if (count > 0) {
                                        LOG.infof("Secrets were encrypted with the new key: count=%d", count);
                                    }
                                },
                                failure -> LOG.warnf("Secrets could not be encrypted anew: %s", failure)));
    }

    /// Ends when nothing stands under an old key any more that can be read; answers how many did.
    Uni<Integer> encryptAnew() {
        return encryptAnew(BEFORE_ALL);
    }

    private Uni<Integer> encryptAnew(UUID after) {
        return transactions
                .run(() -> batch(after))
                .flatMap(done -> done.isEmpty()
                        ? Uni.createFrom().item(0)
                        : encryptAnew(done.getLast()).map(more -> more + done.size()));
    }

    /// Answers whose secrets were looked at.
    private Uni<List<UUID>> batch(UUID after) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(OLD, Object[].class)
                        .setParameter("after", after)
                        .setParameter("length", secrets.prefix().length)
                        .setParameter("prefix", secrets.prefix())
                        .setParameter("most", BATCH)
                        .getResultList()
                        .call(rows -> encrypt(session, rows))
                        .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList()));
    }

    private Uni<Void> encrypt(Mutiny.Session session, List<Object[]> rows) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Object[] row : rows) {
            UUID id = (UUID) row[0];
            Optional<byte[]> renewed = renewed(id, (byte[]) row[1]);
            if (renewed.isPresent()) {
                all = all.chain(() -> session.createNativeQuery("update mailbox set secret = :secret where id = :id")
                                .setParameter("secret", renewed.get())
                                .setParameter("id", id)
                                .executeUpdate())
                        .replaceWithVoid();
            }
        }
        return all;
    }

    /// One secret whose key was taken out too early does not keep the others from the new one.
    private Optional<byte[]> renewed(UUID id, byte[] secret) {
        try {
            return Optional.of(secrets.lock(secrets.open(secret, id), id));
        } catch (IllegalStateException e) {
            LOG.errorf("A secret stands under a key that the keyset no longer has: mailboxId=%s", id);
            return Optional.empty();
        }
    }
}
