package pl.odzew.allegro.erasure.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.allegro.erasure.postgres.Erasure;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Forgets sellers who asked for it.
@ApplicationScoped
class ErasureConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Erasure erasure;

    ErasureConsumer(Inbox inbox, Erasure erasure) {
        this.inbox = inbox;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "allegro-gateway.erasure";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SELLER_EVENTS);
    }

    @Incoming("erasure")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            if (received.event().data() instanceof SellerErasureRequested request) {
                done = done.chain(() -> erasure.erase(request));
            }
        }
        return done;
    }
}
