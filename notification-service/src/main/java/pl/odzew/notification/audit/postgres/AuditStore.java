package pl.odzew.notification.audit.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.audit.AuditEntry;

/// The entries of the audit; every method belongs into the caller's transaction.
@ApplicationScoped
public class AuditStore {

    /// Under which the acts of operators stand that concern no single seller.
    private static final String NOBODY = "";

    private static final String PAGE = "from AuditEntity where sellerId = ?1 and id < ?2 order by id desc";

    /// @param next the position before the last of the items; absent on the last page
    public record Page(List<AuditEntry> items, @Nullable Long next) {}

    public Uni<Void> record(SellerId seller, AuditEntry entry) {
        return persist(AuditEntity.of(seller.value(), entry));
    }

    public Uni<Void> recordOfOperator(AuditEntry entry) {
        return persist(AuditEntity.of(NOBODY, entry));
    }

    /// Newest first.
    public Uni<Page> page(SellerId seller, long before, int limit) {
        return page(seller.value(), before, limit);
    }

    public Uni<Page> pageOfOperators(long before, int limit) {
        return page(NOBODY, before, limit);
    }

    private static Uni<Void> persist(AuditEntity entity) {
        return Panache.getSession().flatMap(session -> session.persist(entity));
    }

    private static Uni<Page> page(String seller, long before, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(PAGE, AuditEntity.class)
                        .setParameter(1, seller)
                        .setParameter(2, before)
                        .setMaxResults(limit + 1)
                        .getResultList())
                .map(found -> new Page(
                        found.stream().limit(limit).map(AuditEntity::toEntry).toList(),
                        found.size() > limit ? found.get(limit - 1).id : null));
    }
}
