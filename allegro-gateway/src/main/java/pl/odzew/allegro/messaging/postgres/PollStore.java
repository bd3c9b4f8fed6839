package pl.odzew.allegro.messaging.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.postgres.Leases;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.events.AccountId;

/// Polling's memory. Calls block, for pollers on virtual threads.
@ApplicationScoped
public class PollStore {

    private static final String DUE = """
            select account_id, epoch from account_poll join account on account.id = account_id
             where replica = $1 and status = 'LINKED' and next_at <= now() order by next_at limit $2
            """;
    private static final String LOAD =
            "select last_look_at, last_whole_at, last_finding_at from account_poll where account_id = $1";
    private static final String THREADS =
            "select thread_id, last_message_at from thread where account_id = $1 and thread_id = any($2)";
    private static final String SEEN =
            "select message_id from seen_message where account_id = $1 and message_id = any($2)";
    private static final String SETTLE_MESSAGES = """
            insert into seen_message (account_id, message_id) select $1, unnest($2::text[]) on conflict do nothing
            """;
    private static final String SETTLE_THREAD = """
            insert into thread (account_id, thread_id, last_message_at) values ($1, $2, $3)
                on conflict (account_id, thread_id) do update set last_message_at = excluded.last_message_at
            """;
    private static final String LOOKED = """
            update account_poll
               set last_look_at = $2, last_whole_at = coalesce($3, last_whole_at),
                   last_finding_at = coalesce($4, last_finding_at), next_at = now() + $5 * interval '1 millisecond'
             where account_id = $1 and replica = $6 and epoch = $7
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
                        instant(row, "last_look_at"), instant(row, "last_whole_at"), instant(row, "last_finding_at")))
                .findFirst()
                .orElse(new PollState(null, null, null));
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

    /// @param lastMessageAt the thread's newest message; absent where the thread is to be read again
    public void settle(Lease lease, ThreadId thread, @Nullable Instant lastMessageAt, Collection<MessageId> messages) {
        AccountId account = lease.account();
        String[] ids = messages.stream().map(MessageId::value).toArray(String[]::new);
        Await.result(pool.withTransaction(connection -> {
                    Uni<RowSet<Row>> settled = Leases.hold(lease, connection)
                            .chain(() ->
                                    connection.preparedQuery(SETTLE_MESSAGES).execute(Tuple.of(account.value(), ids)));
                    return lastMessageAt == null
                            ? settled
                            : settled.chain(() -> connection
                                    .preparedQuery(SETTLE_THREAD)
                                    .execute(Tuple.of(account.value(), thread.value(), time(lastMessageAt))));
                })
                .subscribeAsCompletionStage());
    }

    /// A complete look is over.
    ///
    /// @param whole whether it was over the whole window
    /// @param found whether something new was found
    public void looked(Lease lease, Instant beganAt, boolean whole, boolean found, Duration untilNext) {
        var parameters = Tuple.tuple()
                .addUUID(lease.account().value())
                .addOffsetDateTime(time(beganAt))
                .addOffsetDateTime(whole ? time(beganAt) : null)
                .addOffsetDateTime(found ? time(beganAt) : null)
                .addLong(untilNext.toMillis())
                .addUUID(lease.replica())
                .addLong(lease.epoch());
        query(LOOKED, parameters);
    }

    public void postpone(Lease lease, Duration untilNext) {
        query(POSTPONE, Tuple.of(lease.account().value(), untilNext.toMillis(), lease.replica(), lease.epoch()));
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
