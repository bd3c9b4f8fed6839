package pl.odzew.endtoend.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplyUnknown;

/// What the topics say, kept as an index, since a long run writes more than fits.
final class Trace implements AutoCloseable {

    /// Words of the private mails that stand in no event.
    private static final List<String> PRIVATE_WORDS = List.of("bank.example", "lists.example.org");

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec = new EventCodec();
    private final Map<String, String> conversations = new ConcurrentHashMap<>();
    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, String> endings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> authFailures = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> deadLetters = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Thread reader = Thread.ofPlatform().name("trace").daemon().unstarted(this::read);
    private volatile boolean closing;

    private Trace(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /// Reads everything that the topics hold and get.
    static Trace of(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.wireName(), topic.deadLetterTopic()))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var trace = new Trace(consumer);
        trace.reader.start();
        return trace;
    }

    /// The conversation of a buyer; empty where no event tells of one.
    Optional<String> conversationOf(String key) {
        return Optional.ofNullable(conversations.get(key));
    }

    /// How the reply to a buyer ended, where it was not simply sent.
    Optional<String> endingOf(String key) {
        return Optional.ofNullable(endings.get(key));
    }

    /// How many failures were announced, by mailbox.
    Map<String, Integer> authFailures() {
        var counts = new HashMap<String, Integer>();
        authFailures.forEach((mailbox, count) -> counts.put(mailbox, count.get()));
        return counts;
    }

    List<String> deadLetters() {
        return List.copyOf(deadLetters);
    }

    /// The topics in which words of a private mail stood.
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException _) {
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

    private void take(ConsumerRecord<String, byte[]> seen) {
        if (seen.value() == null) {
            return;
        }
        String text = new String(seen.value(), UTF_8);
        if (PRIVATE_WORDS.stream().anyMatch(text::contains)) {
            leaks.add(seen.topic());
        }
        if (Topic.named(seen.topic()).isEmpty()) {
            deadLetters.add(seen.topic() + " " + headers(seen));
            return;
        }
        try {
            note(
                    codec.read(new EventRecord(seen.topic(), seen.key(), headers(seen), seen.value()))
                            .data(),
                    seen);
        } catch (UnreadableEventException e) {
            deadLetters.add(seen.topic() + ": unreadable: " + e.getMessage());
        }
    }

    private void note(Event event, ConsumerRecord<String, byte[]> seen) {
        switch (event) {
            case MessageReceived message -> {
                String key = keyOf(message);
                conversations.put(key, message.conversationId().value());
                keys.put(headers(seen).getOrDefault(EventCodec.Header.ID, ""), key);
            }
            case ReplyRequested request ->
                requests.put(request.replyId().toString(), request.inReplyTo().value());
            case ReplyUnknown unknown -> end(unknown, "unknown");
            case ReplyFailed failed -> end(failed, "failed: " + failed.reason());
            case ReplyBlocked blocked -> end(blocked, "blocked");
            case MailboxAuthFailed failed ->
                authFailures
                        .computeIfAbsent(failed.key(), _ -> new AtomicInteger())
                        .incrementAndGet();
            default -> {
                // The rest says nothing about how a buyer fared.
            }
        }
    }

    private void end(ReplyResult result, String how) {
        String inReplyTo = requests.get(result.replyId().toString());
        String key = inReplyTo == null ? null : keys.get(inReplyTo);
        if (key != null) {
            endings.put(key, how);
        }
    }

    private static String keyOf(MessageReceived message) {
        return message.route() instanceof ReplyRoute.Mail mail
                ? mail.to().localPartBeforePlus()
                : String.valueOf(message.buyer().login());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> seen) {
        var headers = new HashMap<String, String>();
        for (Header header : seen.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }
}
