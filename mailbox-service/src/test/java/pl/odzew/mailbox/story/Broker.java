package pl.odzew.mailbox.story;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;

/// The other services' end of the broker: hears everything that is said, and says what they would.
final class Broker implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final List<CloudEvent> heard = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    Broker(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(
                Topic.MAILBOX_EVENTS.wireName(),
                Topic.MESSAGES_MAILBOX.wireName(),
                Topic.REPLIES_RESULTS.wireName(),
                Topic.SELLER_EVENTS.wireName()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    /// Waits until an event of this type was heard that is as described.
    <E extends Event> E hear(Class<E> type, Predicate<E> description) {
        await().atMost(30, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> {
                    listen();
                    return heardOf(type).stream().anyMatch(description);
                });
        return heardOf(type).stream().filter(description).findFirst().orElseThrow();
    }

    /// What was heard so far.
    <E extends Event> List<E> heardOf(Class<E> type) {
        return heard.stream()
                .map(CloudEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// Waits until a topic forgot this key.
    void hearForgotten(String key) {
        await().atMost(30, TimeUnit.SECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> {
                    listen();
                    return forgotten.contains(key);
                });
    }

    List<CloudEvent> heard() {
        listen();
        return List.copyOf(heard);
    }

    void say(Event event) {
        EventRecord written = codec.write(new CloudEvent(
                new EventId("test-" + System.nanoTime()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                event,
                null));
        var message = new ProducerRecord<>(written.topic(), written.key(), written.value());
        written.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    private void listen() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
            if (message.value() == null) {
                forgotten.add(message.key());
                continue;
            }
            var headers = new HashMap<String, String>();
            message.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            try {
                heard.add(codec.read(new EventRecord(message.topic(), message.key(), headers, message.value())));
            } catch (UnreadableEventException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
