package pl.odzew.mailbox.publication.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.mailbox.publication.MessageEvents;
import pl.odzew.transport.kafka.EventPublisher;

/// Straight to the broker: the mailbox itself is the outbox of its mails.
@ApplicationScoped
class KafkaMessageEvents implements MessageEvents {

    private final EventPublisher publisher;

    KafkaMessageEvents(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletionStage<Void> publish(List<CloudEvent> messages) {
        return publisher.publishAll(messages).subscribeAsCompletionStage();
    }
}
