package pl.odzew.notification.erasure.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.events.seller.v1.SellerEvent;
import pl.odzew.notification.erasure.postgres.ErasureStore;
import pl.odzew.notification.erasure.postgres.SellersRows;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;
import pl.odzew.transport.outbox.Outbox;

/// Forgets sellers, and hears who else has.
@ApplicationScoped
class SellerEventsConsumer implements EventConsumer {

    private static final Logger LOG = Logger.getLogger(SellerEventsConsumer.class);

    private final Inbox inbox;
    private final ErasureStore erasures;
    private final SellersRows rows;
    private final Outbox outbox;
    private final Clock clock;

    SellerEventsConsumer(Inbox inbox, ErasureStore erasures, SellersRows rows, Outbox outbox, Clock clock) {
        this.inbox = inbox;
        this.erasures = erasures;
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification-service.erasure";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SELLER_EVENTS);
    }

    @Incoming("sellers")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return Multi.createFrom()
                .iterable(unseen)
                .onItem()
                .transformToUniAndConcatenate(
                        received -> take((SellerEvent) received.event().data()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(SellerEvent event) {
        return switch (event) {
            case SellerErasureRequested requested -> erase(requested);
            case SellerErasureDone done ->
                erasures.done(done.requestId(), done.service(), done.doneAt(), clock.instant());
        };
    }

    private Uni<Void> erase(SellerErasureRequested requested) {
        Instant now = clock.instant();
        LOG.infof("A seller is forgotten: requestId=%s", requested.requestId());
        return rows.delete(requested.sellerId()).chain(() -> outbox.add(done(requested, now)));
    }

    private static CloudEvent done(SellerErasureRequested requested, Instant now) {
        String service = Service.NOTIFICATION_SERVICE.deployment();
        return new CloudEvent(
                new EventId(requested.requestId() + "/" + service),
                Service.NOTIFICATION_SERVICE.source(),
                now,
                new SellerErasureDone(requested.sellerId(), requested.requestId(), service, now),
                null);
    }
}
