package pl.odzew.allegro.erasure.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import pl.odzew.allegro.erasure.ErasedSeller;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.transport.inbox.ReceivedEvent;
import pl.odzew.transport.outbox.Outbox;

/// Forgets sellers who asked for it; all calls need a transaction.
@ApplicationScoped
public class Erasure {

    private static final Logger LOG = Logger.getLogger(Erasure.class);

    /// With an account go its polling, threads and messages. A reply that is just being written to Allegro is forgotten
    /// too: whoever writes it finds no row to tell of.
    private static final List<String> TABLES =
            List.of("reply", "withdrawn_reply", "account_settings", "link_request", "device_link", "audit", "account");

    private static final String REMEMBER = """
            insert into erased_seller (digest, erased_at) values (:digest, :at)
                on conflict (digest) do update set erased_at = excluded.erased_at
            """;
    private static final String ERASED_SINCE =
            "select 1 from erased_seller where digest = :digest and erased_at >= :told";

    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    Erasure(Outbox outbox, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    public Uni<Void> erase(SellerErasureRequested request) {
        Instant now = clock.instant();
        SellerId seller = request.sellerId();
        LOG.infof("A seller is erased: requestId=%s", request.requestId());
        return Panache.getSession()
                .flatMap(session -> accounts(session, seller)
                        .chain(accounts -> deleteAll(session, seller)
                                .chain(() -> remember(session, seller, now))
                                .chain(() -> outbox.forget(Topic.ALLEGRO_ACCOUNT_EVENTS, accounts)))
                        .chain(() -> outbox.add(done(request, now))));
    }

    /// Whether the seller was erased after this was told, so that it must not bring him back.
    public Uni<Boolean> isOfErased(ReceivedEvent received) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ERASED_SINCE)
                        .setParameter(
                                "digest",
                                ErasedSeller.digest(received.event().data().sellerId()))
                        .setParameter("told", received.event().time())
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    private static Uni<List<String>> accounts(Mutiny.Session session, SellerId seller) {
        return session.createNativeQuery("select id from account where seller_id = :seller for update", UUID.class)
                .setParameter("seller", seller.value())
                .getResultList()
                .map(ids -> ids.stream().map(UUID::toString).toList());
    }

    private static Uni<Void> deleteAll(Mutiny.Session session, SellerId seller) {
        Uni<Void> deleted = Uni.createFrom().voidItem();
        for (String table : TABLES) {
            deleted =
                    deleted.chain(() -> session.createNativeQuery("delete from " + table + " where seller_id = :seller")
                            .setParameter("seller", seller.value())
                            .executeUpdate()
                            .replaceWithVoid());
        }
        return deleted;
    }

    private static Uni<Void> remember(Mutiny.Session session, SellerId seller, Instant now) {
        return session.createNativeQuery(REMEMBER)
                .setParameter("digest", ErasedSeller.digest(seller))
                .setParameter("at", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private CloudEvent done(SellerErasureRequested request, Instant now) {
        return new CloudEvent(
                new EventId("erased-" + request.requestId() + "-" + service),
                Service.ALLEGRO_GATEWAY.source(),
                now,
                new SellerErasureDone(request.sellerId(), request.requestId(), service, now),
                null);
    }
}
