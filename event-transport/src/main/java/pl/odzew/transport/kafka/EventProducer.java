package pl.odzew.transport.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import pl.odzew.transport.tracing.EventSpans;

/// The service's Kafka producer: idempotent, `acks=all`; its settings stand in this module's configuration.
@ApplicationScoped
public class EventProducer {

    /// The name of the channel, to which the producer belongs and by which it is configured.
    static final String CHANNEL = "events";

    private final KafkaClientService clients;
    private final EventSpans spans;

    /// @param channel never used to send; that it is injected makes the connector create the producer
    EventProducer(KafkaClientService clients, EventSpans spans, @Channel(CHANNEL) MutinyEmitter<byte[]> channel) {
        this.clients = clients;
        this.spans = spans;
    }

    /// Sends in the given order and ends when the broker has acknowledged all; fails with Kafka's error if one fails,
    /// and then any of the others may have been written.
    public Uni<Void> sendAll(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var producer = clients.<String, byte[]>getProducer(CHANNEL);
        EventSpans.Open sending = spans.sending(records);
        return Uni.join()
                .all(records.stream().map(producer::send).toList())
                .andFailFast()
                .onItemOrFailure()
                .invoke((_, failure) -> sending.end(failure))
                .replaceWithVoid();
    }
}
