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
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.answering.postgres.Erasure;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Brings buyers' messages to the desks, each conversation in its order.
@ApplicationScoped
class MessagesConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Erasure erasure;
    private final Desks desks;
    private final Clock clock;

    MessagesConsumer(Inbox inbox, Erasure erasure, Desks desks, Clock clock) {
        this.inbox = inbox;
        this.erasure = erasure;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "responder.messages";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.MESSAGES_MAILBOX, Topic.MESSAGES_ALLEGRO);
    }

    @Incoming("messages")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return erasure.stillWanted(unseen)
                .flatMap(wanted -> wanted.isEmpty() ? Uni.createFrom().voidItem() : handleWanted(wanted));
    }

    private Uni<Void> handleWanted(List<ReceivedEvent> unseen) {
        List<MessageEvent> messages = unseen.stream()
                .map(received -> (MessageEvent) received.event().data())
                .toList();
        Set<EventId> ids =
                unseen.stream().map(received -> received.event().id()).collect(toUnmodifiableSet());
        return desks.open(new DeskRequest.Messages(messages, ids), open -> {
                    Instant now = clock.instant();
                    unseen.forEach(received -> deliver(received.event(), open, now));
                    return true;
                })
                .replaceWithVoid();
    }

    private static void deliver(CloudEvent event, Map<SellerId, SellerDesk> desks, Instant now) {
        SellerDesk desk = Work.deskOf(event, desks);
        switch ((MessageEvent) event.data()) {
            case MessageReceived message -> desk.received(event.id(), message, now);
            case MessageAnsweredByPerson answer -> desk.answeredByPerson(answer, now);
        }
    }
}
