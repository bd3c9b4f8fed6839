package pl.odzew.responder.answering.kafka;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.answering.postgres.Erasure;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Brings to the desks which mailboxes and accounts there are.
@ApplicationScoped
class TargetsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Erasure erasure;
    private final Desks desks;
    private final Clock clock;

    TargetsConsumer(Inbox inbox, Erasure erasure, Desks desks, Clock clock) {
        this.inbox = inbox;
        this.erasure = erasure;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "responder.targets";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.MAILBOX_EVENTS, Topic.ALLEGRO_ACCOUNT_EVENTS);
    }

    @Incoming("targets")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return erasure.stillWanted(unseen)
                .flatMap(wanted -> wanted.isEmpty() ? Uni.createFrom().voidItem() : handleWanted(wanted));
    }

    private Uni<Void> handleWanted(List<ReceivedEvent> unseen) {
        Set<SellerId> sellers = unseen.stream()
                .map(received -> received.event().data().sellerId())
                .collect(toUnmodifiableSet());
        return desks.open(new DeskRequest.TargetChanges(sellers), open -> {
                    Instant now = clock.instant();
                    unseen.forEach(received -> deliver(received.event(), open, now));
                    return true;
                })
                .replaceWithVoid();
    }

    private static void deliver(CloudEvent event, Map<SellerId, SellerDesk> desks, Instant now) {
        SellerDesk desk = Work.deskOf(event, desks);
        switch (event.data()) {
            case MailboxEvent mailbox -> desk.changed(mailbox, now);
            case AccountEvent account -> desk.changed(account, now);
            default -> throw new IllegalArgumentException("no event of a target: " + event.type());
        }
    }
}
