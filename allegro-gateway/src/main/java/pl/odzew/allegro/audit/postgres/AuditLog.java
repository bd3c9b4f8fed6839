package pl.odzew.allegro.audit.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import pl.odzew.allegro.audit.AuditEntry;
import pl.odzew.events.SellerId;

/// Writes and reads what was changed.
@ApplicationScoped
public class AuditLog {

    private static final String ADD = """
            insert into audit (seller_id, at, actor, action, subject, detail)
                values (:seller, :at, :actor, :action, :subject, cast(:detail as text))
            """;
    private static final String PAGE = """
            select seq, at, actor, action, subject, detail from audit
             where seller_id = $1 and seq < $2 order by seq desc limit $3
            """;

    private final Pool pool;

    AuditLog(Pool pool) {
        this.pool = pool;
    }

    /// @param position where to go on: older entries have smaller ones
    public record Positioned(long position, AuditEntry entry) {}

    /// Within the caller's transaction.
    public Uni<Void> add(AuditEntry entry) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ADD)
                        .setParameter("seller", entry.sellerId().value())
                        .setParameter("at", entry.at())
                        .setParameter("actor", entry.actor())
                        .setParameter("action", entry.action().name())
                        .setParameter("subject", entry.subject())
                        .setParameter("detail", entry.detail())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Newest first, those before a position.
    public Uni<List<Positioned>> of(SellerId seller, long before, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(seller.value(), before, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> positioned(seller, row))
                        .toList());
    }

    private static Positioned positioned(SellerId seller, Row row) {
        return new Positioned(
                row.getLong("seq"),
                new AuditEntry(
                        seller,
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("actor"),
                        AuditEntry.Action.valueOf(row.getString("action")),
                        row.getString("subject"),
                        row.getString("detail")));
    }
}
