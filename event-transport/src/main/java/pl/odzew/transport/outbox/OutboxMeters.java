package pl.odzew.transport.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// What an operator must see of the outbox: how much waits, for how long, and what the broker refused.
///
/// Every replica tells the same, since it is asked of the database; while that is away they tell what they saw last.
@ApplicationScoped
public class OutboxMeters {

    private static final Logger LOG = Logger.getLogger(OutboxMeters.class);

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final String LOOK = """
            select (select count(*) from outbox) as waiting,
                   coalesce((select extract(epoch from now() - created_at)
                               from outbox order by seq limit 1), 0)::float8 as oldest,
                   (select count(*) from outbox_refused) as refused
            """;

    /// @param oldest age in seconds of what has waited longest
    private record Seen(long waiting, double oldest, long refused) {}

    private final Pool pool;
    private final Vertx vertx;
    private volatile Seen seen = new Seen(0, 0, 0);

    OutboxMeters(Pool pool, Vertx vertx, MeterRegistry registry) {
        this.pool = pool;
        this.vertx = vertx;
        Gauge.builder("odzew.outbox.events", () -> seen.waiting())
                .description("Events that wait for the relay")
                .register(registry);
        TimeGauge.builder("odzew.outbox.oldest.age", () -> seen.oldest(), TimeUnit.SECONDS)
                .description("For how long the oldest of them has waited")
                .register(registry);
        Gauge.builder("odzew.outbox.refused", () -> seen.refused())
                .description("Events that the broker refused for good")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                _ -> look().subscribe()
                        .with(
                                _ -> {},
                                failure -> LOG.debugf("The outbox could not be looked at: %s", failure.getMessage())));
    }

    /// Also without waiting for the next round.
    public Uni<Void> look() {
        return pool.query(LOOK)
                .execute()
                .invoke(rows -> seen = seen(rows.iterator().next()))
                .replaceWithVoid();
    }

    private static Seen seen(Row row) {
        return new Seen(row.getLong("waiting"), row.getDouble("oldest"), row.getLong("refused"));
    }
}
