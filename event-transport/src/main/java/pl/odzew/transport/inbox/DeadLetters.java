package pl.odzew.transport.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.transport.kafka.EventProducer;

/// Writes a record that could not be taken to `<topic>.dlq`: as it was, with the cause in further headers.
@ApplicationScoped
class DeadLetters {

    private static final String COUNTER = "odzew.dead.letters";
    private static final int LONGEST_CAUSE = 1_000;

    private final EventProducer producer;
    private final MeterRegistry meters;

    DeadLetters(EventProducer producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    Uni<Void> send(String consumer, ConsumerRecord<String, byte[]> consumed, String code, Throwable cause) {
        var headers = new RecordHeaders(consumed.headers().toArray());
        put(headers, DeadLetterHeaders.CONSUMER, consumer);
        put(headers, DeadLetterHeaders.CODE, code);
        put(headers, DeadLetterHeaders.CAUSE, shortened(String.valueOf(cause.getMessage())));
        put(
                headers,
                DeadLetterHeaders.POSITION,
                consumed.topic() + "-" + consumed.partition() + "@" + consumed.offset());
        return producer.sendAll(List.of(new ProducerRecord<>(
                        deadLetterTopic(consumed.topic()), null, consumed.key(), consumed.value(), headers)))
                .invoke(() -> meters.counter(COUNTER, "consumer", consumer, "code", code)
                        .increment());
    }

    private static String deadLetterTopic(String topic) {
        return Topic.named(topic)
                .map(Topic::deadLetterTopic)
                .orElseThrow(() -> new IllegalArgumentException("not a topic of ours: " + topic));
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}
