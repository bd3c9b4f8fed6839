package pl.odzew.mailbox.watch.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.Sightings;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.lease.postgres.PostgresLeases;
import pl.odzew.mailbox.watch.Cursor;
import pl.odzew.mailbox.watch.Cursors;

/// Cursors in PostgreSQL, moved by the holder of the mailbox's lease alone.
@ApplicationScoped
class PostgresCursors implements Cursors, Sightings {

    private static final String LOAD = "select uid_validity, last_uid from mailbox_cursor where mailbox_id = $1";

    private static final String LOAD_SENT = "select uid_validity, last_uid from sent_cursor where mailbox_id = $1";

    private static final String BEGIN = """
            insert into mailbox_cursor (mailbox_id, uid_validity, last_uid)
            select id, $2, $3 from mailbox where id = $1
                on conflict do nothing
            """;

    /// The lease is locked, so that it cannot change hands between the comparison and the commit.
    private static final String SAVE = """
            insert into mailbox_cursor (mailbox_id, uid_validity, last_uid, last_mail_seen_at)
            select mailbox_id, $4, $5, $6 from mailbox_lease
             where mailbox_id = $1 and replica_id = $2 and epoch = $3 for share
                on conflict (mailbox_id) do update
               set uid_validity = excluded.uid_validity,
                   last_uid = excluded.last_uid,
                   last_mail_seen_at = coalesce(excluded.last_mail_seen_at, mailbox_cursor.last_mail_seen_at)
            """;

    private static final String SAVE_SENT = """
            insert into sent_cursor (mailbox_id, uid_validity, last_uid)
            select mailbox_id, $4, $5 from mailbox_lease
             where mailbox_id = $1 and replica_id = $2 and epoch = $3 for share
                on conflict (mailbox_id) do update
               set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
            """;

    private static final String LAST_SEEN = """
            select mailbox_id, last_mail_seen_at from mailbox_cursor
             where last_mail_seen_at is not null and mailbox_id = any($1)
            """;

    /// Every statement is a transaction of its own, without a session around it: cursors move with every batch.
    private final Pool pool;
    private final PostgresLeases leases;

    PostgresCursors(Pool pool, PostgresLeases leases) {
        this.pool = pool;
        this.leases = leases;
    }

    @Override
    public CompletionStage<Optional<Cursor>> load(MailboxId mailbox) {
        return load(LOAD, mailbox);
    }

    @Override
    public CompletionStage<Optional<Cursor>> loadSent(MailboxId mailbox) {
        return load(LOAD_SENT, mailbox);
    }

    private CompletionStage<Optional<Cursor>> load(String query, MailboxId mailbox) {
        return run(query, Tuple.of(mailbox.value()))
                .map(rows -> stream(rows).findFirst().map(PostgresCursors::cursor))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> begin(MailboxId mailbox, Cursor cursor) {
        return run(
                        BEGIN,
                        Tuple.of(
                                mailbox.value(),
                                cursor.validity().value(),
                                cursor.last().value()))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> save(Lease lease, Cursor cursor, @Nullable Instant lastMailSeenAt) {
        return move(
                SAVE,
                under(lease, cursor)
                        .addOffsetDateTime(lastMailSeenAt == null ? null : lastMailSeenAt.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public CompletionStage<Void> saveSent(Lease lease, Cursor cursor) {
        return move(SAVE_SENT, under(lease, cursor));
    }

    private Tuple under(Lease lease, Cursor cursor) {
        return Tuple.tuple()
                .addUUID(lease.mailbox().value())
                .addUUID(leases.replica())
                .addLong(lease.epoch())
                .addLong(cursor.validity().value())
                .addLong(cursor.last().value());
    }

    private CompletionStage<Void> move(String statement, Tuple parameters) {
        return run(statement, parameters)
                .invoke(PostgresCursors::refuseWhenFenced)
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Map<MailboxId, Instant>> lastMailSeen(Collection<MailboxId> mailboxes) {
        UUID[] ids = mailboxes.stream().map(MailboxId::value).toArray(UUID[]::new);
        return run(LAST_SEEN, Tuple.tuple().addArrayOfUUID(ids))
                .map(rows -> stream(rows)
                        .collect(Collectors.toMap(
                                row -> new MailboxId(row.getUUID("mailbox_id")),
                                row -> row.get(OffsetDateTime.class, "last_mail_seen_at")
                                        .toInstant()
                                        .truncatedTo(ChronoUnit.MILLIS))))
                .subscribeAsCompletionStage();
    }

    private Uni<RowSet<Row>> run(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static void refuseWhenFenced(RowSet<Row> saved) {
        if (saved.rowCount() == 0) {
            throw new IllegalStateException("the mailbox is another replica's, or gone");
        }
    }

    private static Cursor cursor(Row row) {
        return new Cursor(new UidValidity(row.getLong("uid_validity")), new Uid(row.getLong("last_uid")));
    }
}
