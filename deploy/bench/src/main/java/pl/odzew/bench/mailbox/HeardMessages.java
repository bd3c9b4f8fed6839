package pl.odzew.bench.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.catalogue.Topic;

/// Listens to `messages.mailbox` and notes when each mail of the measurement was heard.
final class HeardMessages implements AutoCloseable {

    /// Stands in the subject of each mail.
    private static final Pattern MARK = Pattern.compile("mark-([a-z]+-\\d+)");

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listening;
    private volatile boolean stopped;

    HeardMessages(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                new HashMap<>(Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "bench-" + System.nanoTime(),
                        "fetch.max.wait.ms",
                        5,
                        "max.poll.records",
                        5_000,
                        "auto.offset.reset",
                        "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.MESSAGES_MAILBOX.wireName()));
        listening = Thread.ofPlatform().name("bench-heard").start(this::listen);
    }

    static String subject(String mark) {
        return "mark-" + mark;
    }

    /// In nanoseconds of this process; absent while it was not heard.
    @Nullable
    Long heardAt(String mark) {
        return heard.get(mark);
    }

    int count() {
        return heard.size();
    }

    int doubled() {
        return doubled.size();
    }

    /// @return whether so many were heard in time
    boolean await(int count, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (heard.size() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return heard.size() >= count;
    }

    private void listen() {
        while (!stopped) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(50))) {
                long now = System.nanoTime();
                Matcher mark = MARK.matcher(new String(message.value(), StandardCharsets.UTF_8));
                if (mark.find() && heard.putIfAbsent(mark.group(1), now) != null) {
                    doubled.add(mark.group(1));
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
