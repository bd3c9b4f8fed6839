package pl.odzew.transport.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import pl.odzew.events.catalogue.EventRecord;

/// Between Kafka's records and ours.
public final class KafkaHeaders {

    private KafkaHeaders() {}

    /// The record as it was read; a missing key counts as empty. Of a header that is repeated the last one counts.
    public static EventRecord read(ConsumerRecord<String, byte[]> consumed) {
        var headers = new HashMap<String, String>();
        for (Header header : consumed.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        String key = consumed.key() == null ? "" : consumed.key();
        return new EventRecord(consumed.topic(), key, headers, consumed.value());
    }

    public static ProducerRecord<String, byte[]> write(EventRecord event) {
        return new ProducerRecord<>(event.topic(), null, event.key(), event.value(), headers(event.headers()));
    }

    static Headers headers(Map<String, String> values) {
        var headers = new RecordHeaders();
        values.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }
}
