package pl.odzew.notification.board.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// Tells those who wait on this replica that a seller's notifications have changed, whichever replica changed them.
///
/// A notice that is lost with a connection is made good by waking all when the next one listens; who waits should
/// nevertheless look again from time to time.
@ApplicationScoped
public class BoardSignals {

    private static final Logger LOG = Logger.getLogger(BoardSignals.class);

    private static final String LISTEN = "listen notification";
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Vertx vertx;
    private final ConcurrentHashMap<SellerId, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable SqlConnection listening;
    private volatile boolean stopped;

    BoardSignals(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /// One wait for the next change; to be begun before reading, so that nothing falls between.
    public final class Wait {

        private final SellerId seller;
        private final CompletableFuture<Void> future = new CompletableFuture<>();

        private Wait(SellerId seller) {
            this.seller = seller;
            waiting.compute(seller, (_, known) -> {
                Set<CompletableFuture<Void>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                all.add(future);
                return all;
            });
        }

        /// Ends at the next change or after the given time, or at once when a change has come since it was begun.
        public Uni<Void> atMost(Duration time) {
            return Uni.createFrom()
                    .completionStage(() -> future.copy().completeOnTimeout(null, time.toMillis(), MILLISECONDS))
                    .onTermination()
                    .invoke(this::end);
        }

        public void end() {
            waiting.computeIfPresent(seller, (_, all) -> {
                all.remove(future);
                return all.isEmpty() ? null : all;
            });
        }
    }

    public Wait begin(SellerId seller) {
        return new Wait(seller);
    }

    void start(@Observes StartupEvent event) {
        vertx.runOnContext(this::listen);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        SqlConnection connection = listening;
        if (connection != null) {
            connection.closeAndForget();
        }
        wakeAll();
    }

    private void listen() {
        if (stopped) {
            return;
        }
        pool.getConnection()
                .call(connection -> {
                    var postgres = PgConnection.cast(connection);
                    postgres.notificationHandler(notice -> wake(new SellerId(notice.getPayload())));
                    connection.closeHandler(this::listenAgain);
                    return connection.query(LISTEN).execute();
                })
                .subscribe()
                .with(
                        connection -> {
                            listening = connection;
                            wakeAll();
                        },
                        failure -> {
                            LOG.warnf("Listening for notifications failed and begins anew: %s", failure);
                            listenAgain();
                        });
    }

    private void listenAgain() {
        if (!stopped) {
            vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), _ -> listen());
        }
    }

    private void wake(SellerId seller) {
        Set<CompletableFuture<Void>> all = waiting.get(seller);
        if (all != null) {
            all.forEach(future -> future.complete(null));
        }
    }

    private void wakeAll() {
        waiting.values().forEach(all -> all.forEach(future -> future.complete(null)));
    }
}
