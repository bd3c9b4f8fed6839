package pl.odzew.responder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.transport.kafka.EventProducer;
import pl.odzew.transport.kafka.EventPublisher;

/// All other services, as this one meets them: in Kafka.
@ApplicationScoped
public class World {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventPublisher publisher;
    private final EventProducer producer;
    private final String bootstrapServers;
    private final EventCodec codec = new EventCodec();

    World(
            EventPublisher publisher,
            EventProducer producer,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.publisher = publisher;
        this.producer = producer;
        this.bootstrapServers = bootstrapServers;
    }

    public void tells(Event event) {
        tells(new EventId(UUID.randomUUID().toString()), event);
    }

    public void tells(EventId id, Event event) {
        tellsAt(id, event, Instant.now());
    }

    /// As somebody told it at that time.
    public void tellsAt(EventId id, Event event, Instant time) {
        Uni<Void> published =
                publisher.publishAll(List.of(new CloudEvent(id, Service.MAILBOX_SERVICE.source(), time, event, null)));
        published.await().atMost(PATIENCE);
    }

    /// Whether this service has taken all that stands in the topic by now.
    public boolean isConsumed(String group, Topic topic) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(topic).entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || taken.containsKey(end.getKey())
                                    && taken.get(end.getKey()).offset() >= end.getValue());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Map<TopicPartition, Long> ends(Topic topic) {
        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(consumer.partitionsFor(topic.wireName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        }
    }

    /// What the senders can read about the conversation by now, in the order in which it was written.
    public List<ReplyEvent> repliesIn(ConversationId conversation) {
        var found = new ArrayList<ReplyEvent>();
        for (ConsumerRecord<String, byte[]> record : all(Topic.REPLIES_REQUESTED)) {
            if (record.key().equals(conversation.value())) {
                found.add((ReplyEvent) read(record).data());
            }
        }
        return found;
    }

    /// What this service has told about the seller in the topic, in its order; a tombstone is an empty one.
    public List<Optional<Event>> toldAbout(SellerId seller, Topic topic) {
        return all(topic).stream()
                .filter(record -> record.key().equals(seller.value()))
                .map(record -> Optional.ofNullable(record.value())
                        .map(_ -> read(record).data()))
                .toList();
    }

    /// The records that could not be taken, of those that came with this key.
    public List<ConsumerRecord<String, byte[]>> deadLetters(Topic topic, String key) {
        return all(topic.deadLetterTopic()).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    /// Writes a record as it is.
    public void writes(Topic topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.wireName(), key, value);
        headers.forEach((name, content) -> record.headers().add(name, content.getBytes(UTF_8)));
        producer.sendAll(List.of(record)).await().atMost(PATIENCE);
    }

    /// Writes events at once, with the ids that stand before them.
    public void tellsAll(Map<EventId, ? extends Event> events) {
        publisher
                .publishAll(events.entrySet().stream()
                        .map(entry -> new CloudEvent(
                                entry.getKey(),
                                Service.MAILBOX_SERVICE.source(),
                                Instant.now(),
                                entry.getValue(),
                                null))
                        .toList())
                .await()
                .atMost(PATIENCE);
    }

    private List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return all(topic.wireName());
    }

    private List<ConsumerRecord<String, byte[]>> all(String topic) {
        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private CloudEvent read(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        try {
            return codec.read(new EventRecord(record.topic(), record.key(), headers, record.value()));
        } catch (UnreadableEventException e) {
            throw new AssertionError(e);
        }
    }
}
