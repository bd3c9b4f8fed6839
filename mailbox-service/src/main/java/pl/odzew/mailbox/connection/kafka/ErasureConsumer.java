package pl.odzew.mailbox.connection.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.MailboxId;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.postgres.PostgresErasure;
import pl.odzew.mailbox.publication.Announcement;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;
import pl.odzew.transport.outbox.Outbox;

/// Forgets a seller who asked for it, and says so, in one transaction: a restart in between begins it anew.
@ApplicationScoped
class ErasureConsumer implements EventConsumer {

    private final Inbox inbox;
    private final PostgresErasure erasure;
    private final Outbox outbox;
    private final Lifecycle lifecycle;
    private final Clock clock;
    private final String service;

    ErasureConsumer(
            Inbox inbox,
            PostgresErasure erasure,
            Outbox outbox,
            Lifecycle lifecycle,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.erasure = erasure;
        this.outbox = outbox;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public String name() {
        return "mailbox-service.erasure";
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
        List<MailboxId> forgotten = new ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            if (received.event().data() instanceof SellerErasureRequested request) {
                all = all.chain(() -> erase(request)).invoke(forgotten::addAll).replaceWithVoid();
            }
        }
        // Should the commit fail, this is done again soon; nobody reads in the mailbox of who asked to be forgotten.
        return all.invoke(() -> forgotten.forEach(lifecycle::tellGone));
    }

    private Uni<List<MailboxId>> erase(SellerErasureRequested request) {
        var now = clock.instant();
        return erasure.erase(request.sellerId())
                .call(mailboxes -> outbox.forget(
                        Topic.MAILBOX_EVENTS,
                        mailboxes.stream().map(MailboxId::toString).toList()))
                .call(() -> outbox.add(Announcement.of(
                        new SellerErasureDone(request.sellerId(), request.requestId(), service, now), now)));
    }
}
