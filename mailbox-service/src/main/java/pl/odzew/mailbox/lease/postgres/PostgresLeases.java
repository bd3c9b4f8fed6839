package pl.odzew.mailbox.lease.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.lease.Leases;

/// Leases in PostgreSQL. A replica is a row with a heartbeat; where the row goes, whoever deletes it, its
/// mailboxes are free, and whoever takes one raises its epoch.
@ApplicationScoped
public class PostgresLeases implements Leases {

    private static final String LIVE = """
            insert into replica (id, name, leaving) values ($1, $2, $3)
                on conflict (id) do update set heartbeat_at = now(), leaving = excluded.leaving
            """;

    private static final String BURY = "delete from replica where heartbeat_at < now() - make_interval(secs => $1)";

    private static final String COUNT = """
            select (select count(*) from mailbox_lease) as mailboxes,
                   (select count(*) from replica where not leaving) as replicas,
                   (select count(*) from mailbox_lease where replica_id = $1) as held
            """;

    private static final String TAKE = """
            update mailbox_lease set replica_id = $1, epoch = epoch + 1
             where mailbox_id in (select mailbox_id from mailbox_lease
                                   where replica_id is null
                                   order by mailbox_id limit $2 for update skip locked)
            """;

    private static final String HELD = "select mailbox_id, epoch from mailbox_lease where replica_id = $1";

    private static final String GIVE_UP =
            "update mailbox_lease set replica_id = null where replica_id = $1 and mailbox_id = any($2)";

    private static final String LEAVE = "delete from replica where id = $1";

    private static final String TELL = "select pg_notify('" + MailboxChanges.FREE + "', '')";

    private static final String DISTRIBUTION = """
            select replica.id, name, started_at, heartbeat_at, count(mailbox_id) as mailboxes
              from replica full join mailbox_lease on replica_id = replica.id
             group by replica.id order by started_at
            """;

    private final UUID replica = UUID.randomUUID();
    private final String name = machine();
    private final Pool pool;
    private final LeaseConfig config;

    /// As they were read last; read again only when their number shows that something happened.
    private volatile List<Lease> held = List.of();

    PostgresLeases(Pool pool, LeaseConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /// This process, to the database.
    public UUID replica() {
        return replica;
    }

    @Override
    public CompletionStage<Turn> turn(boolean taking) {
        return pool.withTransaction(connection -> run(connection, LIVE, Tuple.of(replica, name, !taking))
                        .chain(() -> run(
                                connection,
                                BURY,
                                Tuple.of((double) config.deadAfter().toMillis() / 1_000)))
                        .chain(() -> run(connection, COUNT, Tuple.of(replica)))
                        .map(rows -> rows.iterator().next())
                        .flatMap(counts -> turn(connection, counts, taking)))
                .subscribeAsCompletionStage();
    }

    private Uni<Turn> turn(SqlConnection connection, Row counts, boolean taking) {
        int mailboxes = counts.getInteger("mailboxes");
        int replicas = counts.getInteger("replicas");
        int present = counts.getInteger("held");
        int wanted = taking ? Turn.share(mailboxes, replicas) - present : 0;
        Uni<Integer> taken = wanted > 0
                ? run(connection, TAKE, Tuple.of(replica, wanted)).map(RowSet::rowCount)
                : Uni.createFrom().item(0);
        return taken.flatMap(count -> count > 0 || present != held.size()
                        ? run(connection, HELD, Tuple.of(replica)).map(PostgresLeases::leases)
                        : Uni.createFrom().item(held))
                .invoke(now -> held = now)
                .map(now -> new Turn(mailboxes, replicas, now));
    }

    @Override
    public CompletionStage<Void> giveUp(List<Lease> leases) {
        UUID[] mailboxes = leases.stream().map(lease -> lease.mailbox().value()).toArray(UUID[]::new);
        return pool.withTransaction(connection -> run(connection, GIVE_UP, Tuple.of(replica, mailboxes))
                        .chain(() -> run(connection, TELL, Tuple.tuple())))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> leave() {
        return pool.withTransaction(connection ->
                        run(connection, LEAVE, Tuple.of(replica)).chain(() -> run(connection, TELL, Tuple.tuple())))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Distribution> distribution() {
        return pool.preparedQuery(DISTRIBUTION)
                .execute()
                .map(PostgresLeases::distribution)
                .subscribeAsCompletionStage();
    }

    private static Distribution distribution(RowSet<Row> rows) {
        int waiting = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") == null)
                .mapToInt(row -> row.getInteger("mailboxes"))
                .sum();
        List<Replica> replicas = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("id") != null)
                .map(row -> new Replica(
                        row.getUUID("id"),
                        row.getString("name"),
                        row.get(OffsetDateTime.class, "started_at").toInstant(),
                        row.get(OffsetDateTime.class, "heartbeat_at").toInstant(),
                        row.getInteger("mailboxes")))
                .toList();
        return new Distribution(replicas, waiting);
    }

    private static List<Lease> leases(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Lease(new MailboxId(row.getUUID("mailbox_id")), row.getLong("epoch")))
                .toList();
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String statement, Tuple parameters) {
        return connection.preparedQuery(statement).execute(parameters);
    }

    /// In Kubernetes the pod's name.
    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName() + "/"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException e) {
            return "?/" + ProcessHandle.current().pid();
        }
    }
}
