package pl.odzew.transport.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;

/// Writes events straight to Kafka: for what can be read again from its source and has the same id then, such as a
/// buyer's message. State changes leave by the outbox instead.
@ApplicationScoped
public class EventPublisher {

    private final EventProducer producer;
    private final EventCodec codec = new EventCodec();

    EventPublisher(EventProducer producer) {
        this.producer = producer;
    }

    /// Ends when the broker has acknowledged all of them; only then may the source's cursor move on.
    public Uni<Void> publishAll(List<CloudEvent> events) {
        return producer.sendAll(
                events.stream().map(codec::write).map(KafkaHeaders::write).toList());
    }
}
