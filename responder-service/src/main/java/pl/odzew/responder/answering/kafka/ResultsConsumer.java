package pl.odzew.responder.answering.kafka;

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
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.micrometer.ReplyTimes;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.answering.postgres.Erasure;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Brings to the desks what the two senders tell about replies.
@ApplicationScoped
class ResultsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final Erasure erasure;
    private final Desks desks;
    private final ReplyTimes times;
    private final Clock clock;

    ResultsConsumer(Inbox inbox, Erasure erasure, Desks desks, ReplyTimes times, Clock clock) {
        this.inbox = inbox;
        this.erasure = erasure;
        this.desks = desks;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "responder.results";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPLIES_RESULTS);
    }

    @Incoming("results")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return erasure.stillWanted(unseen)
                .flatMap(wanted -> wanted.isEmpty() ? Uni.createFrom().voidItem() : handleWanted(wanted));
    }

    private Uni<Void> handleWanted(List<ReceivedEvent> unseen) {
        List<ReplyResult> results = unseen.stream()
                .map(received -> (ReplyResult) received.event().data())
                .toList();
        return desks.open(new DeskRequest.Results(results), open -> {
                    Instant now = clock.instant();
                    unseen.forEach(received -> deliver(received.event(), open, now));
                    return true;
                })
                .replaceWithVoid();
    }

    private void deliver(CloudEvent event, Map<SellerId, SellerDesk> desks, Instant now) {
        SellerDesk desk = Work.deskOf(event, desks);
        var result = (ReplyResult) event.data();
        desk.resulted(result, now);
        if (result instanceof ReplySent sent) {
            desk.timeOf(sent).ifPresent(time -> times.replied(sent.target().channel(), time));
        }
    }
}
