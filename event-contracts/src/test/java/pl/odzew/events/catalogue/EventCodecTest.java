package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.odzew.events.catalogue.UnreadableEventException.Code;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrote(EventType type) throws Exception {
        // Given
        CloudEvent event = Samples.of(type);

        // When
        CloudEvent read = codec.read(codec.write(event));

        // Then
        assertThat(read).isEqualTo(event);
    }

    @Test
    void putsTheCloudEventsAttributesIntoHeaders() {
        // Given
        CloudEvent event = Samples.of(EventType.MAILBOX_AUTH_FAILED);

        // When
        EventRecord written = codec.write(event);

        // Then
        assertThat(written.topic()).isEqualTo("mailbox.events");
        assertThat(written.key()).isEqualTo(Samples.MAILBOX.toString());
        assertThat(written.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "mailbox.auth-failed.v1")
                .containsEntry("ce_source", "urn:odzew:mailbox-service")
                .containsEntry("ce_subject", Samples.MAILBOX.toString())
                .containsEntry("ce_time", "2026-11-23T12:00:00Z")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_id");
    }

    @Test
    void mindsNoFieldThatALaterReleaseAdded() throws Exception {
        // Given
        EventRecord written = codec.write(Samples.of(EventType.SELLER_ERASURE_REQUESTED));
        String json = new String(written.value(), UTF_8);
        byte[] extended = json.replaceFirst("\\{", "{\"addedLater\":true,").getBytes(UTF_8);

        // When
        CloudEvent read = codec.read(new EventRecord(written.topic(), written.key(), written.headers(), extended));

        // Then
        assertThat(read).isEqualTo(Samples.of(EventType.SELLER_ERASURE_REQUESTED));
    }

    @Test
    void refusesATypeThatItDoesNotKnow() {
        assertRefused(Map.of("ce_type", "mailbox.exploded.v1"), "mailbox.events", "{}", Code.UNKNOWN_TYPE);
    }

    @Test
    void refusesATypeThatDoesNotBelongIntoTheTopic() {
        assertRefused(Map.of(), "replies.results", "{}", Code.WRONG_TOPIC);
    }

    @Test
    void refusesDataThatLackAComponentWithoutRepeatingThem() {
        // Given
        EventRecord written = codec.write(Samples.of(EventType.MESSAGE_RECEIVED));
        byte[] broken = "{\"sellerId\":\"anna\",\"text\":{\"value\":\"secret words\",\"cut\":7}}".getBytes(UTF_8);
        var poison = new EventRecord(written.topic(), written.key(), written.headers(), broken);

        // Then
        assertThatThrownBy(() -> codec.read(poison)).isInstanceOfSatisfying(UnreadableEventException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.MALFORMED_DATA);
            assertThat(e).hasMessageNotContaining("secret words");
        });
    }

    private void assertRefused(Map<String, String> changed, String topic, String json, Code code) {
        var headers = new HashMap<>(
                codec.write(Samples.of(EventType.MAILBOX_CONNECTED)).headers());
        headers.putAll(changed);
        assertThatThrownBy(() -> codec.read(new EventRecord(topic, "key", headers, json.getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        UnreadableEventException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }
}
