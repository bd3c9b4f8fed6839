package pl.odzew.notification.projection.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.notification.projection.Snapshots;
import pl.odzew.notification.projection.postgres.ProjectionStore;
import pl.odzew.transport.kafka.KafkaHeaders;
import pl.odzew.transport.transaction.Transactions;

/// Builds the projection anew: reads the compacted topics from their beginning to where they end now.
///
/// It belongs to no consumer group and passes no inbox, so it opens no incident, sends no mail, and may run beside the
/// ordinary consumers: versions decide what is newer.
@ApplicationScoped
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private static final List<Topic> TOPICS =
            List.of(Topic.MAILBOX_EVENTS, Topic.ALLEGRO_ACCOUNT_EVENTS, Topic.AUTORESPONDER_SETTINGS);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration WRITING = Duration.ofMinutes(1);

    private final Map<String, Object> consumerConfig;
    private final Transactions transactions;
    private final ProjectionStore projection;
    private final EventCodec codec = new EventCodec();

    Rebuild(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            Transactions transactions,
            ProjectionStore projection) {
        this.consumerConfig = Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 2_000);
        this.transactions = transactions;
        this.projection = projection;
    }

    /// Ends when all is read; answers how many records that were.
    public Uni<Long> run() {
        return Uni.createFrom().item(this::readAll).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private long readAll() {
        try (var consumer =
                new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long read = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
                consumer.poll(POLL).forEach(batch::add);
                write(batch);
                read += batch.size();
            }
            LOG.infof("The projection is built anew: records=%d", read);
            return read;
        }
    }

    /// A tombstone takes back what stands before it in the topic.
    private void write(List<ConsumerRecord<String, byte[]>> batch) {
        var newest = new HashMap<String, List<Event>>();
        var ids = new HashSet<UUID>();
        var sellers = new HashSet<String>();
        for (ConsumerRecord<String, byte[]> consumed : batch) {
            String key = consumed.topic() + "/" + consumed.key();
            if (consumed.value() == null) {
                newest.remove(key);
                forget(consumed, ids, sellers);
            } else {
                newest.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(read(consumed));
            }
        }
        Snapshots told =
                Snapshots.of(newest.values().stream().flatMap(List::stream).toList());
        transactions
                .run(() -> projection.forget(ids, sellers).chain(() -> projection.restore(told)))
                .await()
                .atMost(WRITING);
    }

    private static void forget(ConsumerRecord<String, byte[]> tombstone, Set<UUID> ids, Set<String> sellers) {
        if (tombstone.topic().equals(Topic.AUTORESPONDER_SETTINGS.wireName())) {
            sellers.add(tombstone.key());
        } else {
            ids.add(UUID.fromString(tombstone.key()));
        }
    }

    private List<Event> read(ConsumerRecord<String, byte[]> consumed) {
        try {
            return List.of(codec.read(KafkaHeaders.read(consumed)).data());
        } catch (UnreadableEventException e) {
            LOG.warnf(
                    "A record is left out: topic=%s partition=%d offset=%d code=%s",
                    consumed.topic(), consumed.partition(), consumed.offset(), e.code());
            return List.of();
        }
    }
}
