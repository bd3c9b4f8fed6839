package pl.odzew.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.Event;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.EventType;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.notification.alert.Happening;
import pl.odzew.notification.alert.Happening.Failed;
import pl.odzew.notification.alert.Happening.Gone;
import pl.odzew.notification.alert.Happening.Other;
import pl.odzew.notification.alert.Happening.Recovered;
import pl.odzew.notification.alert.Notice;
import pl.odzew.notification.alert.Problem;

/// Reads the golden samples, which the writers of the events are held to.
class NoticesTest {

    static Stream<Arguments> meanings() {
        return Stream.of(
                arguments(EventType.MAILBOX_CONNECTED, Recovered.class),
                arguments(EventType.MAILBOX_CREDENTIAL_CHANGED, Other.class),
                arguments(EventType.MAILBOX_AUTH_FAILED, Failed.class),
                arguments(EventType.MAILBOX_RECOVERED, Recovered.class),
                arguments(EventType.MAILBOX_UNREACHABLE, Other.class),
                arguments(EventType.MAILBOX_PAUSED, Other.class),
                arguments(EventType.MAILBOX_RESUMED, Other.class),
                arguments(EventType.MAILBOX_DISCONNECTED, Gone.class),
                arguments(EventType.ALLEGRO_ACCOUNT_LINKED, Recovered.class),
                arguments(EventType.ALLEGRO_ACCOUNT_AUTH_FAILED, Failed.class),
                arguments(EventType.ALLEGRO_ACCOUNT_RECOVERED, Recovered.class),
                arguments(EventType.ALLEGRO_ACCOUNT_UNLINKED, Gone.class));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void everyEventHasAMeaning(EventType type, Class<? extends Happening> meaning) throws Exception {
        // When
        Notice notice = notice(golden(type));

        // Then
        assertThat(notice.happening()).isInstanceOf(meaning);
        assertThat(notice.version()).isPositive();
    }

    @Test
    void aRefusalKeepsTheServersWordsAndTheRemediesInTheirOrder() throws Exception {
        // Given
        var failed = (MailboxAuthFailed) golden(EventType.MAILBOX_AUTH_FAILED);

        // When
        Notice notice = Notices.of(failed);

        // Then
        assertThat(notice.subject().name()).isEqualTo(failed.mailbox().address().value());
        assertThat(notice.happening())
                .isEqualTo(new Failed(new Problem.MailboxRefused(
                        failed.mailbox().provider(),
                        failed.mailbox().credentialVersion(),
                        failed.failure().reason(),
                        failed.failure().serverWords(),
                        failed.failure().helpUrl(),
                        failed.failure().firstRefusedAt(),
                        failed.failure().remedies())));
    }

    private static Notice notice(Event event) {
        return switch (event) {
            case MailboxEvent mailbox -> Notices.of(mailbox);
            case AccountEvent account -> Notices.of(account);
            default -> throw new AssertionError("not for this service: " + event);
        };
    }

    private static Event golden(EventType type) throws IOException, UnreadableEventException {
        try (InputStream sample = NoticesTest.class.getResourceAsStream("/golden/" + type.wireName() + ".json")) {
            var headers = Map.of(
                    "ce_id", "1",
                    "ce_type", type.wireName(),
                    "ce_source", "urn:odzew:test",
                    "ce_time", "2026-11-23T17:05:00Z");
            String topic = type.topics().iterator().next().wireName();
            return new EventCodec()
                    .read(new EventRecord(topic, "key", headers, sample.readAllBytes()))
                    .data();
        }
    }
}
