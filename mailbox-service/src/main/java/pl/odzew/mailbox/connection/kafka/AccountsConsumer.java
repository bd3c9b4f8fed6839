package pl.odzew.mailbox.connection.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.mailbox.connection.postgres.PostgresLinkedAddresses;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Learns from which addresses Allegro takes mail.
@ApplicationScoped
class AccountsConsumer implements EventConsumer {

    private final Inbox inbox;
    private final PostgresLinkedAddresses addresses;

    AccountsConsumer(Inbox inbox, PostgresLinkedAddresses addresses) {
        this.inbox = inbox;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "mailbox.accounts";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ALLEGRO_ACCOUNT_EVENTS);
    }

    @Incoming("accounts")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(this, batch);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ReceivedEvent received : unseen) {
            if (received.event().data() instanceof AccountEvent event) {
                all = all.chain(() -> addresses.store(event.account()));
            }
        }
        return all;
    }
}
