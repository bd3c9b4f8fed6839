package pl.odzew.mailbox.watch.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.Sightings;
import pl.odzew.mailbox.connection.postgres.Tenure;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;
import pl.odzew.mailbox.watch.Cursor;
import pl.odzew.mailbox.watch.Cursors;
import pl.odzew.transport.transaction.Transactions;

/// Cursors in PostgreSQL, written by the process that is in office alone.
@ApplicationScoped
class PostgresCursors implements Cursors, Sightings {

    /// A mailbox that was taken away meanwhile has no cursor any more, which is no error.
    private static final String SAVE = """
            insert into mailbox_cursor (mailbox_id, uid_validity, last_uid, last_mail_seen_at)
            select id, :validity, :uid, cast(:seen as timestamptz) from mailbox where id = :mailbox
                on conflict (mailbox_id) do update
               set uid_validity = excluded.uid_validity,
                   last_uid = excluded.last_uid,
                   last_mail_seen_at = coalesce(excluded.last_mail_seen_at, mailbox_cursor.last_mail_seen_at)
            """;

    private final Transactions transactions;
    private final Tenure tenure;

    PostgresCursors(Transactions transactions, Tenure tenure) {
        this.transactions = transactions;
        this.tenure = tenure;
    }

    @Override
    public CompletionStage<Optional<Cursor>> load(MailboxId mailbox) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "select uid_validity, last_uid from mailbox_cursor where mailbox_id = :mailbox",
                                        Object[].class)
                                .setParameter("mailbox", mailbox.value())
                                .getResultList())
                        .map(rows -> rows.stream().findFirst().map(PostgresCursors::cursor)))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> save(MailboxId mailbox, Cursor cursor, @Nullable Instant lastMailSeenAt) {
        return transactions
                .run(() -> Panache.getSession()
                        .call(session -> session.createNativeQuery(
                                        "select epoch from replica where epoch = :epoch for share", Long.class)
                                .setParameter("epoch", tenure.epoch())
                                .getResultList()
                                .invoke(PostgresCursors::refuseWhenFenced))
                        .flatMap(session -> session.createNativeQuery(SAVE)
                                .setParameter("mailbox", mailbox.value())
                                .setParameter("validity", cursor.validity().value())
                                .setParameter("uid", cursor.last().value())
                                .setParameter(
                                        "seen", lastMailSeenAt == null ? null : lastMailSeenAt.atOffset(ZoneOffset.UTC))
                                .executeUpdate())
                        .replaceWithVoid())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Map<MailboxId, Instant>> lastMailSeen(Collection<MailboxId> mailboxes) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery("""
                                        select mailbox_id, cast(extract(epoch from last_mail_seen_at) * 1000 as bigint)
                                          from mailbox_cursor
                                         where last_mail_seen_at is not null and mailbox_id in (:mailboxes)
                                        """, Object[].class)
                                .setParameter(
                                        "mailboxes",
                                        mailboxes.isEmpty()
                                                ? List.of(new UUID(0, 0))
                                                : mailboxes.stream()
                                                        .map(MailboxId::value)
                                                        .toList())
                                .getResultList())
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> new MailboxId((UUID) row[0]),
                                        row -> Instant.ofEpochMilli(((Number) row[1]).longValue())))))
                .subscribeAsCompletionStage();
    }

    private static void refuseWhenFenced(List<Long> inOffice) {
        if (inOffice.isEmpty()) {
            throw new IllegalStateException("another process has taken over the mailboxes");
        }
    }

    private static Cursor cursor(Object[] row) {
        return new Cursor(new UidValidity(((Number) row[0]).longValue()), new Uid(((Number) row[1]).longValue()));
    }
}
