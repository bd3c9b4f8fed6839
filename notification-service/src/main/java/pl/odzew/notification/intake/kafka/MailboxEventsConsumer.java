package pl.odzew.notification.intake.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.notification.alert.Notice;
import pl.odzew.notification.intake.Notices;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Reads the events of mailboxes.
@ApplicationScoped
class MailboxEventsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final NoticeIntake intake;

    MailboxEventsConsumer(Inbox inbox, NoticeIntake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "notification.mailboxes";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.MAILBOX_EVENTS);
    }

    @Incoming("mailboxes")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return intake.takeAll(
                unseen.stream().map(MailboxEventsConsumer::notice).toList(),
                unseen.stream().map(received -> received.event().data()).toList());
    }

    private static Notice notice(ReceivedEvent received) {
        return Notices.of((MailboxEvent) received.event().data());
    }
}
