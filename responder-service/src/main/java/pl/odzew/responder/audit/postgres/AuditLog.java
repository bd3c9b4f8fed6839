package pl.odzew.responder.audit.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;

/// Writes and reads what was changed; all calls need a session.
@ApplicationScoped
public class AuditLog {

    /// @param position where to go on: older entries have smaller ones
    public record Positioned(long position, AuditEntry entry) {}

    /// Must be called within the transaction of the change.
    public Uni<Void> add(AuditEntry entry) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                insert into audit (seller_id, at, actor, action, subject, detail)
                                values (:seller, :at, :actor, :action, :subject, cast(:detail as text))""")
                        .setParameter("seller", entry.sellerId().value())
                        .setParameter("at", entry.at())
                        .setParameter("actor", entry.actor())
                        .setParameter("action", entry.action().name())
                        .setParameter("subject", entry.subject())
                        .setParameter("detail", entry.detail())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// The newest first.
    public Uni<List<Positioned>> of(SellerId seller, @Nullable Long before, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                select seq, at, actor, action, subject, detail from audit
                                where seller_id = :seller and seq < :before order by seq desc""", Object[].class)
                        .setParameter("seller", seller.value())
                        .setParameter("before", before == null ? Long.MAX_VALUE : before)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Positioned(
                                ((Number) row[0]).longValue(),
                                new AuditEntry(
                                        seller,
                                        ((OffsetDateTime) row[1]).toInstant(),
                                        (String) row[2],
                                        Action.valueOf((String) row[3]),
                                        (String) row[4],
                                        (@Nullable String) row[5])))
                        .toList());
    }
}
