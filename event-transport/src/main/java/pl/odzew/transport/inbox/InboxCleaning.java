package pl.odzew.transport.inbox;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Forgets ids that can no longer come again: dead letters and re-scans live for less than 35 days.
@ApplicationScoped
class InboxCleaning {

    private static final Logger LOG = Logger.getLogger(InboxCleaning.class);

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final String CLEAN = "delete from inbox where seen_at < now() - interval '35 days'";

    private final Pool pool;
    private final Vertx vertx;

    InboxCleaning(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(INTERVAL.toMillis(), _ -> clean());
    }

    private void clean() {
        pool.query(CLEAN)
                .execute()
                .subscribe()
                .with(
                        rows -> LOG.debugf("The inbox was cleaned: rows=%d", rows.rowCount()),
                        failure -> LOG.warnf("The inbox could not be cleaned: %s", failure));
    }
}
