package pl.odzew.allegro.messaging.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.postgres.Leases;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadSummary;
import pl.odzew.events.AccountId;
import pl.odzew.events.message.v1.ThreadKind;

/// Polling's memory. Calls block, for pollers on virtual threads.
@ApplicationScoped
public class PollStore {

    private static final String DUE = """
            select account_id, epoch from account_poll join account on account.id = account_id
             where replica = $1 and status = 'LINKED' and next_at <= now() order by next_at limit $2
            """;
    private static final String LOAD =
            "select last_look_at, last_whole_at, last_issues_at, last_finding_at from account_poll where account_id = $1";
    private static final String THREADS =
            "select thread_id, last_message_at from thread where account_id = $1 and thread_id = any($2)";
    private static final String SEEN =
            "select message_id from seen_message where account_id = $1 and message_id = any($2)";
    private static final String SETTLE_MESSAGES = """
            insert into seen_message (account_id, message_id) select $1, unnest($2::text[]) on conflict do nothing
            """;
    private static final String SETTLE_THREAD = """
            insert into thread (account_id, thread_id, last_message_at, kind, buyer, open, late_look_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (account_id, thread_id) do update
                    set last_message_at = excluded.last_message_at, kind = excluded.kind, buyer = excluded.buyer,
                        open = excluded.open, late_look_at = excluded.late_look_at
            """;
    private static final String LATE = """
            select thread_id, last_message_at, kind, buyer, open from thread
             where account_id = $1 and late_look_at <= $2 order by late_look_at limit $3
            """;
    private static final String FORGET_THREADS =
            "delete from thread where late_look_at is null and last_message_at < now() - $1 * interval '1 millisecond'";
    private static final String FORGET_MESSAGES =
            "delete from seen_message where seen_at < now() - $1 * interval '1 millisecond'";
    private static final String LOOKED = """
            update account_poll
               set last_look_at = $2, last_whole_at = coalesce($3, last_whole_at),
                   last_issues_at = coalesce($4, last_issues_at), last_finding_at = coalesce($5, last_finding_at),
                   next_at = now() + $6 * interval '1 millisecond'
             where account_id = $1 and replica = $7 and epoch = $8
            """;
    private static final String POSTPONE = """
            update account_poll set next_at = now() + $2 * interval '1 millisecond'
             where account_id = $1 and replica = $3 and epoch = $4
            """;

    private final Pool pool;

    PollStore(Pool pool) {
        this.pool = pool;
    }

    /// Of the accounts that this replica holds, those whose turn it is.
    public List<Lease> due(UUID replica, int limit) {
        return stream(query(DUE, Tuple.of(replica, limit)))
                .map(row -> new Lease(new AccountId(row.getUUID("account_id")), replica, row.getLong("epoch")))
                .toList();
    }

    /// Of an account that was never looked at, or is gone, nothing is remembered.
    public PollState load(AccountId account) {
        return stream(query(LOAD, Tuple.of(account.value())))
                .map(row -> new PollState(
                        instant(row, "last_look_at"),
                        instant(row, "last_whole_at"),
                        instant(row, "last_issues_at"),
                        instant(row, "last_finding_at")))
                .findFirst()
                .orElse(new PollState(null, null, null, null));
    }

    /// When the newest message of each thread was written, as it was when the thread was settled.
    public Map<ThreadId, Instant> settledThreads(AccountId account, Collection<ThreadId> threads) {
        String[] ids = threads.stream().map(ThreadId::value).toArray(String[]::new);
        var settled = new HashMap<ThreadId, Instant>();
        for (Row row : query(THREADS, Tuple.of(account.value(), ids))) {
            settled.put(
                    new ThreadId(row.getString("thread_id")),
                    row.getOffsetDateTime("last_message_at").toInstant());
        }
        return settled;
    }

    public Set<MessageId> seen(AccountId account, Collection<MessageId> messages) {
        String[] ids = messages.stream().map(MessageId::value).toArray(String[]::new);
        var seen = new HashSet<MessageId>();
        for (Row row : query(SEEN, Tuple.of(account.value(), ids))) {
            seen.add(new MessageId(row.getString("message_id")));
        }
        return seen;
    }

    /// Messages that need no second look.
    public void settle(Lease lease, Collection<MessageId> messages) {
        settle(lease, connection -> messages(connection, lease, messages));
    }

    /// A thread as it was when all of it was settled, with its messages.
    ///
    /// @param buyer with whom the seller talks
    /// @param lateLookAt when it is read once more; absent when it has had all its looks
    public void settle(
            Lease lease,
            ThreadSummary thread,
            @Nullable Login buyer,
            Collection<MessageId> messages,
            @Nullable Instant lateLookAt) {
        var row = Tuple.tuple()
                .addUUID(lease.account().value())
                .addString(thread.id().value())
                .addOffsetDateTime(time(thread.lastMessageAt()))
                .addString(thread.kind().name())
                .addString(buyer == null ? null : buyer.value())
                .addBoolean(thread.open())
                .addOffsetDateTime(lateLookAt == null ? null : time(lateLookAt));
        settle(
                lease,
                connection -> messages(connection, lease, messages)
                        .chain(() -> connection.preparedQuery(SETTLE_THREAD).execute(row)));
    }

    /// Threads whose time for one more look has come.
    public List<ThreadSummary> late(AccountId account, Instant now, int limit) {
        return stream(query(LATE, Tuple.of(account.value(), time(now), limit)))
                .map(PollStore::thread)
                .toList();
    }

    /// Threads and messages that lie so far behind every look that they are never asked for again.
    public void forget(Duration age) {
        query(FORGET_THREADS, Tuple.of(age.toMillis()));
        query(FORGET_MESSAGES, Tuple.of(age.toMillis()));
    }

    /// A complete look is over.
    public void looked(Lease lease, Look look, Duration untilNext) {
        Instant beganAt = look.beganAt();
        var parameters = Tuple.tuple()
                .addUUID(lease.account().value())
                .addOffsetDateTime(time(beganAt))
                .addOffsetDateTime(look.wholeList() ? time(beganAt) : null)
                .addOffsetDateTime(look.issues() ? time(beganAt) : null)
                .addOffsetDateTime(look.found() ? time(beganAt) : null)
                .addLong(untilNext.toMillis())
                .addUUID(lease.replica())
                .addLong(lease.epoch());
        query(LOOKED, parameters);
    }

    /// What a look was about.
    ///
    /// @param wholeList whether it was over the whole list of threads
    /// @param issues whether it was over claims and disputes too
    /// @param found whether something new was found
    public record Look(Instant beganAt, boolean wholeList, boolean issues, boolean found) {}

    public void postpone(Lease lease, Duration untilNext) {
        query(POSTPONE, Tuple.of(lease.account().value(), untilNext.toMillis(), lease.replica(), lease.epoch()));
    }

    private void settle(Lease lease, Function<SqlConnection, Uni<RowSet<Row>>> settling) {
        Await.result(pool.withTransaction(
                        connection -> Leases.hold(lease, connection).chain(() -> settling.apply(connection)))
                .subscribeAsCompletionStage());
    }

    private static Uni<RowSet<Row>> messages(SqlConnection connection, Lease lease, Collection<MessageId> messages) {
        String[] ids = messages.stream().map(MessageId::value).toArray(String[]::new);
        return connection
                .preparedQuery(SETTLE_MESSAGES)
                .execute(Tuple.of(lease.account().value(), ids));
    }

    private static ThreadSummary thread(Row row) {
        String buyer = row.getString("buyer");
        return new ThreadSummary(
                new ThreadId(row.getString("thread_id")),
                ThreadKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("last_message_at").toInstant(),
                buyer == null ? List.of() : List.of(new Login(buyer)),
                row.getBoolean("open"));
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return Await.result(pool.preparedQuery(sql).execute(parameters).subscribeAsCompletionStage());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
