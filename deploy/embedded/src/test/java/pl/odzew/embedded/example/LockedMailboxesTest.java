package pl.odzew.embedded.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.catalogue.Topic;

class LockedMailboxesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Properties connection = new Properties();
    private final String mailbox = UUID.randomUUID().toString();

    LockedMailboxesTest() {
        connection.put("bootstrap.servers", new EmbeddedInfrastructure().start().get("kafka.bootstrap.servers"));
    }

    @Test
    void hearOfALockedMailboxOnceThoughTheEventComesTwiceAndAnUnknownTypeBefore() throws Exception {
        // Given
        write("mailbox.moved.v9", "{}".getBytes(UTF_8));
        write("mailbox.auth-failed.v1", golden());
        write("mailbox.auth-failed.v1", golden());
        write("mailbox.recovered.v1", null);
        var heard = new ArrayList<String>();

        // When
        Instant end = Instant.now().plus(PATIENCE);
        try (var consumer = new LockedMailboxes(connection)) {
            while (heard.isEmpty() && Instant.now().isBefore(end)) {
                consumer.hear((address, reason) -> heard.add(address.value() + " " + reason));
            }
            consumer.hear((address, reason) -> heard.add(address.value() + " " + reason));
        }

        // Then
        assertThat(heard).isEqualTo(List.of("anna.sklep@gmail.com APP_PASSWORD_REQUIRED"));
    }

    private static byte[] golden() throws Exception {
        try (InputStream sample =
                LockedMailboxesTest.class.getResourceAsStream("/golden/mailbox.auth-failed.v1.json")) {
            return sample.readAllBytes();
        }
    }

    private void write(String type, byte[] value) throws Exception {
        var written = new ProducerRecord<>(Topic.MAILBOX_EVENTS.wireName(), mailbox, value);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type,
                        "ce_source", "urn:odzew:mailbox-service",
                        "ce_time", "2026-11-23T12:00:00Z")
                .forEach((name, text) -> written.headers().add(name, text.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(written).get();
        }
    }
}
