package pl.odzew.transport.deadletter;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.odzew.events.catalogue.Topic;

/// Reads the dead letters' topics on demand, on a worker thread and without a consumer group: nothing is committed.
@ApplicationScoped
class DeadLetterTopics {

    /// Of each partition; who has more dead letters than that needs no list but a repair.
    static final int NEWEST = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> broker;

    /// @param broker the `kafka.*` properties by which the service reaches its broker
    DeadLetterTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    Uni<List<ConsumerRecord<String, byte[]>>> newest(Set<Topic> topics) {
        return onWorker(() -> read(consumer -> {
            List<TopicPartition> partitions = topics.stream()
                    .map(Topic::deadLetterTopic)
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
            return records(
                    consumer,
                    partitions.stream()
                            .collect(toMap(
                                    Function.identity(),
                                    partition -> Math.max(offset(first, partition), offset(end, partition) - NEWEST))),
                    end);
        }));
    }

    Uni<Optional<ConsumerRecord<String, byte[]>>> find(DeadLetterId id) {
        return onWorker(() -> read(consumer -> {
            var partition = new TopicPartition(id.topic().deadLetterTopic(), id.partition());
            if (partitions(consumer, partition.topic()).noneMatch(partition::equals)) {
                return Optional.empty();
            }
            List<TopicPartition> alone = List.of(partition);
            boolean isThere = offset(consumer.beginningOffsets(alone, PATIENCE), partition) <= id.offset()
                    && id.offset() < offset(consumer.endOffsets(alone, PATIENCE), partition);
            return isThere
                    ? records(consumer, Map.of(partition, id.offset()), Map.of(partition, id.offset() + 1)).stream()
                            .filter(letter -> letter.offset() == id.offset())
                            .findFirst()
                    : Optional.empty();
        }));
    }

    static DeadLetterId idOf(ConsumerRecord<String, byte[]> letter) {
        return new DeadLetterId(topicOf(letter), letter.partition(), letter.offset());
    }

    static Topic topicOf(ConsumerRecord<String, byte[]> letter) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.deadLetterTopic().equals(letter.topic()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Uni<T> onWorker(Supplier<T> reading) {
        return Uni.createFrom().item(reading).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private <T> T read(Function<Consumer<String, byte[]>, T> reading) {
        var properties = new HashMap<>(broker);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            return reading.apply(consumer);
        }
    }

    private static Stream<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic, PATIENCE)).stream()
                .flatMap(Collection::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()));
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return requireNonNull(offsets.get(partition), "the broker tells no offset");
    }

    /// Everything from the first offsets up to the ends, which are left out.
    private static List<ConsumerRecord<String, byte[]>> records(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> from, Map<TopicPartition, Long> end) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (from.keySet().stream()
                .anyMatch(partition -> consumer.position(partition, PATIENCE) < offset(end, partition))) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the dead letters could not be read within " + PATIENCE);
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }
}
