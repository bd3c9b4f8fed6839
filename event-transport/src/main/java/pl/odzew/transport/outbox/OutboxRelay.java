package pl.odzew.transport.outbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.transport.kafka.EventProducer;
import pl.odzew.transport.kafka.KafkaHeaders;

/// Carries the outbox to Kafka: the one relay of a database, whichever replica holds its advisory lock.
///
/// Reads in the order of insertion, sends, and deletes what the broker has acknowledged; a crash in
/// between sends again, which consumers' inboxes see through. Woken by NOTIFY, and by a timer in case a
/// notice was lost with a connection.
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /// Any number that nothing else in the service's database locks by.
    private static final long LOCK = 0x0D2E_0B0CL;

    private static final int BATCH = 500;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private static final String TRY_LOCK = "select pg_try_advisory_lock($1)";
    private static final String LISTEN = "listen outbox";
    private static final String RELEASE = "select pg_advisory_unlock_all(); unlisten *";
    private static final String READ =
            "select seq, topic, record_key, headers, payload from outbox order by seq limit " + BATCH;
    private static final String DELETE = "delete from outbox where seq = any($1)";
    private static final String SET_ASIDE = """
            with refused as (delete from outbox where seq = $1 returning *)
            insert into outbox_refused (seq, topic, record_key, headers, payload, created_at, cause)
            select seq, topic, record_key, headers, payload, created_at, $2 from refused
            """;

    private static final int LONGEST_CAUSE = 1_000;

    private final Pool pool;
    private final Vertx vertx;
    private final EventProducer producer;
    private final AtomicReference<CompletableFuture<Void>> nap = new AtomicReference<>(new CompletableFuture<>());
    private volatile boolean stopped;

    OutboxRelay(Pool pool, Vertx vertx, EventProducer producer) {
        this.pool = pool;
        this.vertx = vertx;
        this.producer = producer;
    }

    void start(@Observes StartupEvent event) {
        vertx.runOnContext(this::relay);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        wake();
    }

    private void relay() {
        if (stopped) {
            return;
        }
        pool.getConnection()
                .flatMap(connection -> relayOn(connection).onTermination().call(() -> release(connection)))
                .subscribe()
                .with(_ -> relayLater(), this::relayAfterFailure);
    }

    private Uni<Void> relayOn(SqlConnection connection) {
        return connection
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .flatMap(locked -> locked
                        ? drainUntilStopped(connection)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> drainUntilStopped(SqlConnection connection) {
        PgConnection.cast(connection).notificationHandler(_ -> wake());
        return connection
                .query(LISTEN)
                .execute()
                .chain(() -> drain(connection)
                        .flatMap(sent -> sent == BATCH ? Uni.createFrom().voidItem() : sleep())
                        .repeat()
                        .until(_ -> stopped)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /// Sends one batch; answers how many rows it had.
    private Uni<Integer> drain(SqlConnection connection) {
        // Taken before reading: what is inserted from now on ends the next sleep.
        nap.set(new CompletableFuture<>());
        return connection.query(READ).execute().flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            return producer.sendAll(stream(rows).map(OutboxRelay::toRecord).toList())
                    .chain(() -> delete(connection, sequenceNumbers(rows)))
                    .onFailure(OutboxRelay::isRefused)
                    .recoverWithUni(() -> oneByOne(connection, rows))
                    .replaceWith(rows.size());
        });
    }

    /// Finds the records that the broker refuses for good, in the order of the batch; the others leave.
    private Uni<Void> oneByOne(SqlConnection connection, RowSet<Row> rows) {
        return Multi.createFrom()
                .items(stream(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> producer.sendAll(List.of(toRecord(row)))
                        .chain(() -> delete(connection, row.getLong("seq")))
                        .onFailure(OutboxRelay::isRefused)
                        .recoverWithUni(cause -> setAside(connection, row, cause)))
                .collect()
                .last();
    }

    private static Uni<Void> delete(SqlConnection connection, Long... sequenceNumbers) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(sequenceNumbers))
                .replaceWithVoid();
    }

    private static Uni<Void> setAside(SqlConnection connection, Row row, Throwable cause) {
        LOG.errorf(
                "The broker refuses a record for good, it was set aside in outbox_refused: topic=%s seq=%d %s",
                row.getString("topic"), row.getLong("seq"), cause);
        String words = String.valueOf(cause.getMessage());
        return connection
                .preparedQuery(SET_ASIDE)
                .execute(Tuple.of(row.getLong("seq"), words.substring(0, Math.min(words.length(), LONGEST_CAUSE))))
                .replaceWithVoid();
    }

    /// Whether sending again cannot help, because the record itself is the reason.
    private static boolean isRefused(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof InvalidRecordException;
    }

    private Uni<Void> sleep() {
        return Uni.createFrom()
                .completionStage(nap.get().copy().completeOnTimeout(null, LONGEST_SLEEP.toMillis(), MILLISECONDS));
    }

    private void wake() {
        nap.get().complete(null);
    }

    private void relayLater() {
        if (!stopped) {
            vertx.setTimer(LONGEST_SLEEP.toMillis(), _ -> relay());
        }
    }

    private void relayAfterFailure(Throwable failure) {
        if (!stopped) {
            LOG.warnf("The outbox relay failed and begins anew: %s", failure);
            vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), _ -> relay());
        }
    }

    /// The lock and the listening belong to the connection, and a pooled one lives on when it is given back.
    private Uni<Void> release(SqlConnection connection) {
        return connection
                .query(RELEASE)
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }

    private static ProducerRecord<String, byte[]> toRecord(Row row) {
        @Nullable Buffer payload = row.getBuffer("payload");
        return payload == null
                ? new ProducerRecord<>(row.getString("topic"), row.getString("record_key"), null)
                : KafkaHeaders.write(new EventRecord(
                        row.getString("topic"),
                        row.getString("record_key"),
                        headers((JsonObject) row.getJson("headers")),
                        payload.getBytes()));
    }

    private static Map<String, String> headers(JsonObject json) {
        var headers = new HashMap<String, String>();
        json.forEach(entry -> headers.put(entry.getKey(), (String) entry.getValue()));
        return headers;
    }

    private static Long[] sequenceNumbers(RowSet<Row> rows) {
        return stream(rows).map(row -> row.getLong("seq")).toArray(Long[]::new);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
