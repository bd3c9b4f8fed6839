package pl.odzew.mailbox.sending.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.Channel;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.mailbox.sending.postgres.PostgresIntents;
import pl.odzew.mailbox.sending.vertx.Senders;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Stores what `replies.requested` asks of mailboxes, and wakes those who send when it is committed.
@ApplicationScoped
class RepliesConsumer implements EventConsumer {

    private final Inbox inbox;
    private final PostgresIntents intents;
    private final Senders senders;

    RepliesConsumer(Inbox inbox, PostgresIntents intents, Senders senders) {
        this.inbox = inbox;
        this.intents = intents;
        this.senders = senders;
    }

    @Override
    public String name() {
        return "mailbox.replies";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPLIES_REQUESTED);
    }

    @Incoming("replies")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch).invoke(senders::wake);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            all = all.chain(() -> store(received.event().data()));
        }
        return all;
    }

    private Uni<Void> store(Event event) {
        return switch (event) {
            case ReplyRequested reply when reply.target().channel() == Channel.MAILBOX -> storeMail(reply);
            case ReplyWithdrawn withdrawn
            when withdrawn.target().channel() == Channel.MAILBOX -> intents.withdraw(withdrawn);
            default -> Uni.createFrom().voidItem(); // Another sender's.
        };
    }

    private Uni<Void> storeMail(ReplyRequested reply) {
        if (!(reply.route() instanceof ReplyRoute.Mail)) {
            throw new IllegalArgumentException("a mailbox sends mails only: " + reply.replyId());
        }
        return intents.store(reply);
    }
}
