package pl.odzew.allegro.replying.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.allegro.erasure.postgres.Erasure;
import pl.odzew.allegro.replying.postgres.AccountSettings;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Keeps what sellers set for their accounts.
@ApplicationScoped
class SettingsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final AccountSettings settings;
    private final Erasure erasure;

    SettingsConsumer(Inbox inbox, AccountSettings settings, Erasure erasure) {
        this.erasure = erasure;
        this.inbox = inbox;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "allegro.settings";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AUTORESPONDER_SETTINGS);
    }

    @Incoming("autoresponder-settings")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            if (received.event().data() instanceof AutoresponderSettingsChanged changed) {
                done = done.chain(() -> erasure.isOfErased(received))
                        .chain(erased -> erased ? Uni.createFrom().voidItem() : settings.store(changed));
            }
        }
        return done;
    }
}
