package pl.odzew.embedded.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.odzew.events.MailAddress;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;

/// Hears of every mailbox that is locked out, once.
final class LockedMailboxes implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final Map<String, Long> versions = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    /// @param connection bootstrap.servers, and how your team signs in
    LockedMailboxes(Properties connection) {
        connection.put("group.id", "internal-team.locked-mailboxes");
        connection.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.MAILBOX_EVENTS.wireName()));
    }

    void hear(BiConsumer<MailAddress, AuthFailureReason> listener) {
        for (ConsumerRecord<String, byte[]> received : consumer.poll(Duration.ofSeconds(1))) {
            if (received.value() == null) {
                versions.remove(received.key()); // The seller was erased.
                continue;
            }
            try {
                if (codec.read(eventOf(received)).data() instanceof MailboxAuthFailed locked
                        && isNew(received.key(), locked.mailbox().version())) {
                    listener.accept(locked.mailbox().address(), locked.failure().reason());
                }
            } catch (UnreadableEventException e) {
                // A type that came after this was written is no concern of ours.
            }
        }
    }

    private boolean isNew(String key, long version) {
        boolean isNew = versions.getOrDefault(key, 0L) < version;
        versions.merge(key, version, Math::max);
        return isNew;
    }

    private static EventRecord eventOf(ConsumerRecord<String, byte[]> received) {
        var headers = new HashMap<String, String>();
        received.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new EventRecord(received.topic(), received.key(), headers, received.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
