package pl.odzew.allegro.replying.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.allegro.erasure.postgres.Erasure;
import pl.odzew.allegro.replying.postgres.ReplyIntents;
import pl.odzew.allegro.replying.postgres.ReplyWorker;
import pl.odzew.events.Channel;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Stores each requested reply once and leaves the rest to the workers.
@ApplicationScoped
class RepliesConsumer implements EventConsumer {

    private final Inbox inbox;
    private final ReplyIntents intents;
    private final ReplyWorker worker;
    private final Erasure erasure;

    RepliesConsumer(Inbox inbox, ReplyIntents intents, ReplyWorker worker, Erasure erasure) {
        this.erasure = erasure;
        this.inbox = inbox;
        this.intents = intents;
        this.worker = worker;
    }

    @Override
    public String name() {
        return "allegro.replies";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPLIES_REQUESTED);
    }

    @Incoming("replies-requested")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch).invoke(worker::wake);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            done = done.chain(() -> erasure.isOfErased(received))
                    .chain(erased -> erased
                            ? Uni.createFrom().voidItem()
                            : handle(received.event().data()));
        }
        return done;
    }

    /// Replies through mailboxes are mailbox-service's.
    private Uni<Void> handle(Event event) {
        return event instanceof ReplyEvent reply && reply.target().channel() == Channel.ALLEGRO
                ? handle(reply)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> handle(ReplyEvent event) {
        return switch (event) {
            case ReplyRequested requested -> intents.store(requested);
            case ReplyWithdrawn withdrawn -> intents.withdraw(withdrawn);
            case ReplyResult _ -> Uni.createFrom().voidItem();
        };
    }
}
