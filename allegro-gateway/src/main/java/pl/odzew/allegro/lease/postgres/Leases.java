package pl.odzew.allegro.lease.postgres;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.RequestBudget;
import pl.odzew.allegro.lease.FairShare;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.LeaseLostException;

/// Keeps this replica alive and its share of the accounts in its hands; calls block, for workers on virtual threads.
///
/// Nothing is held in memory: what is due is asked for by replica, and every write names replica and epoch. A replica
/// that was left behind, by a pause or a broken network, finds that nothing it writes has an effect.
@ApplicationScoped
public class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    private static final String HEARTBEAT = """
            insert into replica (id, name, requests_last_minute) values ($1, $2, $3)
                on conflict (id) do update set heartbeat_at = now(), requests_last_minute = excluded.requests_last_minute
            """;
    private static final String BURY = "delete from replica where heartbeat_at < now() - $1 * interval '1 millisecond'";
    private static final String COUNTS = """
            select (select count(*) from account_poll) as accounts,
                   (select count(*) from replica) as replicas,
                   (select count(*) from account_poll where replica = $1) as held
            """;
    private static final String TAKE = """
            update account_poll set replica = $1, epoch = epoch + 1, taken_at = now()
             where account_id in (
                select account_id from account_poll poll
                 where replica is null or not exists (select 1 from replica where replica.id = poll.replica)
                 limit $2 for update skip locked)
            """;
    /// What is being written to Allegro stays until it has ended.
    private static final String GIVE_BACK = """
            update account_poll set replica = null
             where account_id in (
                select account_id from account_poll poll
                 where replica = $1
                   and not exists (select 1 from reply where reply.account_id = poll.account_id and state = 'SENDING')
                 order by next_at desc limit $2 for update skip locked)
            """;
    private static final String GIVE_ALL_BACK = "update account_poll set replica = null where replica = $1";
    private static final String LEAVE = "delete from replica where id = $1";
    private static final String HOLDS =
            "select 1 from account_poll where account_id = $1 and replica = $2 and epoch = $3 for share";

    private final UUID replica = UUID.randomUUID();
    private final Pool pool;
    private final LeaseConfig config;
    private final RequestBudget budget;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;
    private volatile int held;

    Leases(Pool pool, LeaseConfig config, RequestBudget budget, MeterRegistry registry) {
        this.pool = pool;
        this.config = config;
        this.budget = budget;
        Gauge.builder("odzew.allegro.accounts.held", () -> held)
                .description("Allegro accounts that this replica works on")
                .register(registry);
        Gauge.builder("odzew.allegro.requests.last.minute", budget::requestsLastMinute)
                .description("Requests of this replica to Allegro; all of them share one budget")
                .register(registry);
    }

    /// Names this process, and no other that ever was.
    public UUID replica() {
        return replica;
    }

    void start(@Observes StartupEvent event) {
        threads.submit(this::run);
    }

    /// After the workers have stopped: the others need not wait for the silence.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        stopped = true;
        threads.shutdownNow();
        try {
            Await.result(pool.withTransaction(connection -> execute(connection, GIVE_ALL_BACK, Tuple.of(replica))
                            .chain(() -> execute(connection, LEAVE, Tuple.of(replica))))
                    .subscribeAsCompletionStage());
        } catch (RuntimeException e) {
            LOG.warnf("The accounts could not be given back and move by themselves: %s", e);
        }
    }

    /// Throws [LeaseLostException] unless the lease is held, and holds it until the caller's transaction ends.
    public static Uni<Void> hold(Lease lease, SqlConnection transaction) {
        return transaction
                .preparedQuery(HOLDS)
                .execute(Tuple.of(lease.account().value(), lease.replica(), lease.epoch()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new LeaseLostException(lease);
                    }
                })
                .replaceWithVoid();
    }

    private void run() {
        while (!stopped) {
            try {
                beat();
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.warnf("A heartbeat failed: %s", e);
                }
            }
            try {
                Thread.sleep(config.heartbeat());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void beat() {
        Await.result(pool.withTransaction(this::beat).subscribeAsCompletionStage());
    }

    private Uni<Void> beat(SqlConnection connection) {
        return execute(connection, HEARTBEAT, Tuple.of(replica, config.name(), budget.requestsLastMinute()))
                .chain(() ->
                        execute(connection, BURY, Tuple.of(config.deadAfter().toMillis())))
                .chain(() -> connection.preparedQuery(COUNTS).execute(Tuple.of(replica)))
                .map(rows -> share(rows.iterator().next()))
                .chain(share -> balance(connection, share));
    }

    private FairShare share(Row row) {
        held = row.getInteger("held");
        return new FairShare(row.getInteger("accounts"), row.getInteger("replicas"), held);
    }

    private Uni<Void> balance(SqlConnection connection, FairShare share) {
        return moved(connection, TAKE, share.toTake(), "taken")
                .chain(() -> moved(connection, GIVE_BACK, share.toGiveBack(), "given back"));
    }

    private Uni<Void> moved(SqlConnection connection, String sql, int most, String how) {
        if (most == 0) {
            return Uni.createFrom().voidItem();
        }
        return execute(connection, sql, Tuple.of(replica, most))
                .invoke(count -> {
                    if (count > 0) {
                        LOG.infof("Accounts were %s: accounts=%d replica=%s", how, count, replica);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> execute(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount());
    }
}
