package pl.odzew.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;

/// Everything that is written to any topic from the moment of opening, dead letters too.
public final class EventLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final List<SeenEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> deadLetters = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean closing;

    private EventLog(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.reader = Thread.ofPlatform().name("event-log").daemon().unstarted(this::read);
    }

    static EventLog open(String bootstrapServers) {
        var consumer = new KafkaConsumer<String, byte[]>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.wireName(), topic.deadLetterTopic()))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(EventLog::partition)
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Asking for the position makes the seek happen now and not at the first poll.
        partitions.forEach(consumer::position);
        var log = new EventLog(consumer);
        log.reader.start();
        return log;
    }

    List<SeenEvent> all() {
        return List.copyOf(events);
    }

    <E extends Event> List<SeenEvent> of(Class<E> type, Predicate<E> which) {
        return events.stream()
                .filter(seen -> type.isInstance(seen.data()) && which.test(type.cast(seen.data())))
                .toList();
    }

    <E extends Event> SeenEvent await(String what, Duration limit, Class<E> type, Predicate<E> which) {
        return Patience.await(what, limit, () -> of(type, which).stream().findFirst());
    }

    /// What was written to dead letter topics, as `topic: cause`.
    List<String> deadLetters() {
        return List.copyOf(deadLetters);
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> received) {
        if (Topic.named(received.topic()).isEmpty()) {
            deadLetters.add(received.topic() + ": " + headers(received));
            return;
        }
        if (received.value() == null) {
            return;
        }
        try {
            var eventRecord = new EventRecord(received.topic(), received.key(), headers(received), received.value());
            events.add(new SeenEvent(
                    received.topic(),
                    received.key(),
                    Instant.ofEpochMilli(received.timestamp()),
                    codec.read(eventRecord),
                    received.value()));
        } catch (UnreadableEventException e) {
            deadLetters.add(received.topic() + ": unreadable: " + e.getMessage());
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> received) {
        var headers = new HashMap<String, String>();
        for (Header header : received.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
