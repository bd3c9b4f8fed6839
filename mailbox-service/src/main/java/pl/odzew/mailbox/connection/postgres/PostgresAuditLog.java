package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.mailbox.connection.AuditLog;
import pl.odzew.mailbox.connection.Deed;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.transport.transaction.Transactions;

/// The log of who changed what, in PostgreSQL.
@ApplicationScoped
class PostgresAuditLog implements AuditLog {

    private static final String READ = """
            select seq, cast(extract(epoch from at) * 1000 as bigint), seller_id, actor, action, subject, detail from audit
             where (:everybody or seller_id = :seller) and seq < :before
             order by seq desc limit :most
            """;

    private static final int ACTOR = 3;
    private static final int ACTION = 4;
    private static final int SUBJECT = 5;
    private static final int DETAIL = 6;

    private final Transactions transactions;

    PostgresAuditLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Within the caller's transaction, which changes what is told of.
    static Uni<Void> write(Mailbox mailbox, Deed deed, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                insert into audit (at, seller_id, actor, action, subject, detail)
                                values (:at, :seller, :actor, :action, :subject, :detail)
                                """)
                        .setParameter("at", now)
                        .setParameter("seller", mailbox.sellerId().value())
                        .setParameter("actor", deed.actor())
                        .setParameter("action", deed.action().name())
                        .setParameter("subject", mailbox.id().toString())
                        .setParameter("detail", deed.detail())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public CompletionStage<List<Entry>> read(Optional<SellerId> seller, @Nullable Long before, int atMost) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(READ, Object[].class)
                                .setParameter("everybody", seller.isEmpty())
                                .setParameter(
                                        "seller", seller.map(SellerId::value).orElse(""))
                                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                                .setParameter("most", atMost)
                                .getResultList())
                        .map(rows -> rows.stream().map(PostgresAuditLog::entry).toList()))
                .subscribeAsCompletionStage();
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                ((Number) row[0]).longValue(),
                Instant.ofEpochMilli(((Number) row[1]).longValue()),
                (String) row[2],
                (String) row[ACTOR],
                (String) row[ACTION],
                (String) row[SUBJECT],
                (String) row[DETAIL]);
    }
}
