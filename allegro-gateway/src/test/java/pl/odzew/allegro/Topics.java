package pl.odzew.allegro;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.odzew.events.Event;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.transport.kafka.KafkaHeaders;

/// All topics as another service sees them: everything that was ever written, and a way to write.
final class Topics implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final List<CloudEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> tombstones = new CopyOnWriteArrayList<>();
    private final KafkaProducer<String, byte[]> producer;
    private final Thread reader;
    private volatile boolean closed;

    Topics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        reader = Thread.ofPlatform().daemon().start(() -> read(bootstrapServers));
    }

    void write(CloudEvent event) {
        try {
            producer.send(KafkaHeaders.write(codec.write(event))).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What of this kind was told of the seller, in the order of its key.
    <E extends Event> List<E> of(Class<E> kind, SellerId seller) {
        return events.stream()
                .map(CloudEvent::data)
                .filter(event -> event.sellerId().equals(seller))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// The ids of all events of the seller, with repetitions.
    List<String> ids(SellerId seller) {
        return events.stream()
                .filter(event -> event.data().sellerId().equals(seller))
                .map(event -> event.id().value())
                .toList();
    }

    /// The keys that compaction is to forget.
    List<String> tombstones() {
        return List.copyOf(tombstones);
    }

    /// The bytes of all events as text.
    List<String> everything() {
        return List.copyOf(texts);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
        producer.close();
    }

    private void read(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(
                    Arrays.stream(Topic.values()).map(Topic::wireName).toList());
            while (!closed) {
                for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(100))) {
                    if (read.value() == null) {
                        tombstones.add(read.key());
                        continue;
                    }
                    texts.add(new String(read.value(), StandardCharsets.UTF_8));
                    events.add(codec.read(KafkaHeaders.read(read)));
                }
            }
        } catch (UnreadableEventException e) {
            throw new IllegalStateException(e);
        }
    }
}
