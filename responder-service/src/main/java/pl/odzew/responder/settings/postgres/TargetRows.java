package pl.odzew.responder.settings.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import pl.odzew.events.SellerId;
import pl.odzew.responder.settings.SellerTargets;

/// Reads the targets of sellers; all calls need a session.
@ApplicationScoped
public class TargetRows {

    public Uni<List<TargetRow>> of(Collection<String> sellerIds) {
        return Panache.getSession()
                .flatMap(
                        session -> session.createQuery("from TargetRow t where t.sellerId in :sellers", TargetRow.class)
                                .setParameter("sellers", sellerIds)
                                .getResultList());
    }

    public Uni<SellerTargets> of(SellerId sellerId) {
        return of(List.of(sellerId.value()))
                .map(rows ->
                        SellerTargets.of(rows.stream().map(TargetRow::toTarget).toList()));
    }
}
