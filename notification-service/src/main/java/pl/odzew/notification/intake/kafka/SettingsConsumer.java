package pl.odzew.notification.intake.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Reads what sellers have set.
@ApplicationScoped
class SettingsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final NoticeIntake intake;

    SettingsConsumer(Inbox inbox, NoticeIntake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "notification.settings";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AUTORESPONDER_SETTINGS);
    }

    @Incoming("settings")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        return intake.takeSettings(unseen.stream()
                .map(received -> (AutoresponderSettingsChanged) received.event().data())
                .toList());
    }
}
