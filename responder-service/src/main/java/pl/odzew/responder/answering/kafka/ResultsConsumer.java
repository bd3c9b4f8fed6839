package pl.odzew.responder.answering.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.micrometer.ReplyTimes;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Brings to the desks what the two senders tell about replies.
@ApplicationScoped
class ResultsConsumer {

    private final Inbox inbox;
    private final Desks desks;
    private final ReplyTimes times;
    private final Clock clock;

    ResultsConsumer(Inbox inbox, Desks desks, ReplyTimes times, Clock clock) {
        this.inbox = inbox;
        this.desks = desks;
        this.times = times;
        this.clock = clock;
    }

    @Incoming("results")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive("responder.results", batch, this::handle);
    }

    private Uni<Void> handle(List<ReceivedEvent> unseen) {
        List<ReplyResult> results = unseen.stream()
                .map(received -> (ReplyResult) received.event().data())
                .toList();
        return desks.open(new DeskRequest.Results(results), open -> {
                    Instant now = clock.instant();
                    unseen.forEach(received -> {
                        SellerDesk desk = Work.deskOf(received.event(), open);
                        var result = (ReplyResult) received.event().data();
                        desk.resulted(result, now);
                        if (result instanceof ReplySent sent) {
                            desk.timeOf(sent)
                                    .ifPresent(
                                            time -> times.replied(sent.target().channel(), time));
                        }
                    });
                    return true;
                })
                .replaceWithVoid();
    }
}
