package pl.odzew.allegro.client.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.allegro.client.BudgetLedger;

/// One row for the client id: the moment at which the next request is due (a leaky bucket, GCRA).
///
/// Idle time is made up for by a second's worth at most, so that no minute holds more than the budget and that second.
@ApplicationScoped
class PostgresLedger implements BudgetLedger {

    private static final double BURST_MS = 1000;

    private static final String TAKE = """
            insert into request_budget as budget (client_id) values ($1)
                on conflict (client_id) do update set free_at =
                    greatest(budget.free_at, budget.blocked_until, clock_timestamp() - $3 * interval '1 millisecond')
                    + $2 * interval '1 millisecond'
            returning extract(epoch from free_at - $2 * interval '1 millisecond' - clock_timestamp()) * 1000 as wait
            """;
    private static final String BLOCK = """
            insert into request_budget as budget (client_id, blocked_until)
                values ($1, now() + $2 * interval '1 millisecond')
                on conflict (client_id) do update
                    set blocked_until = greatest(budget.blocked_until, excluded.blocked_until)
            """;

    private final Pool pool;
    private final String client;
    private final double gapMs;

    PostgresLedger(Pool pool, BudgetConfig config, @ConfigProperty(name = "odzew.allegro.client-id") String client) {
        this.pool = pool;
        this.client = client;
        this.gapMs = Duration.ofMinutes(1).toMillis() / (double) config.requestsPerMinute();
    }

    @Override
    public CompletionStage<Grant> take(int requests) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(client, requests * gapMs, BURST_MS))
                .map(rows -> grant(rows.iterator().next().getDouble("wait")))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> block(Duration pause) {
        return pool.preparedQuery(BLOCK)
                .execute(Tuple.of(client, (double) pause.toMillis()))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    private static Grant grant(double waitMs) {
        return new Grant(Duration.ofMillis((long) Math.ceil(Math.max(0, waitMs))));
    }
}
