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
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.transport.kafka.EventPublisher;

/// All other services, as this one meets them: in Kafka.
@ApplicationScoped
public class World {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventPublisher publisher;
    private final String bootstrapServers;
    private final EventCodec codec = new EventCodec();

    World(EventPublisher publisher, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.publisher = publisher;
        this.bootstrapServers = bootstrapServers;
    }

    public void tells(Event event) {
        tells(new EventId(UUID.randomUUID().toString()), event);
    }

    public void tells(EventId id, Event event) {
        Uni<Void> published = publisher.publishAll(
                List.of(new CloudEvent(id, Service.MAILBOX_SERVICE.source(), Instant.now(), event, null)));
        published.await().atMost(PATIENCE);
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

    private List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.wireName()).stream()
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
