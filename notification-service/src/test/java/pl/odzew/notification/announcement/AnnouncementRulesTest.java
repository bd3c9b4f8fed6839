package pl.odzew.notification.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.notification.contact.Language;

class AnnouncementRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Text POLISH = new Text("Zmiana", "Google zmienia zasady.");
    private static final Text ENGLISH = new Text("A change", "Google changes its rules.");

    /// What may be done in which state, and where it leads; empty where it may not be done.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DRAFT, SCHEDULED, , , ",
        "SCHEDULED, SCHEDULED, PAUSED, , CANCELLED",
        "SENDING, , PAUSED, , CANCELLED",
        "PAUSED, , , SENDING, CANCELLED",
        "SENT, , , , CANCELLED",
        "CANCELLED, , , , "
    })
    void isChangedAsItsStateAllows(
            AnnouncementState state,
            AnnouncementState scheduled,
            AnnouncementState paused,
            AnnouncementState resumed,
            AnnouncementState cancelled) {
        // Given
        Announcement announcement = announcement(state, 1, Map.of(Language.PL, POLISH));

        // Then
        assertThat(state(Announcements.schedule(announcement, NOW))).isEqualTo(scheduled);
        assertThat(state(Announcements.pause(announcement))).isEqualTo(paused);
        assertThat(state(Announcements.resume(announcement))).isEqualTo(resumed);
        assertThat(state(Announcements.cancel(announcement))).isEqualTo(cancelled);
    }

    @Test
    void onePausedBeforeItBeganWaitsForItsTime() {
        // Given
        Announcement paused = announcement(AnnouncementState.PAUSED, 0, Map.of(Language.PL, POLISH));

        // Then
        assertThat(state(Announcements.resume(paused))).isEqualTo(AnnouncementState.SCHEDULED);
        assertThat(Announcements.begin(paused).round()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"PL, Zmiana", "EN, A change", "CS, A change"})
    void aSellerReadsTheTextThatComesNearest(Language wanted, String subject) {
        // Given
        var texts = Map.of(Language.PL, POLISH, Language.EN, ENGLISH);

        // Then
        assertThat(announcement(AnnouncementState.DRAFT, 0, texts).text(wanted).subject())
                .isEqualTo(subject);
        assertThat(announcement(AnnouncementState.DRAFT, 0, Map.of(Language.PL, POLISH))
                        .text(wanted))
                .isEqualTo(POLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"One\nline.\n\nTwo.", "One\r\nline.\r\n\r\nTwo.\r\n", "One\nline.\n \t\n\n\nTwo."})
    void anEmptyLineBeginsAParagraph(String body) {
        // Then
        assertThat(new Text("subject", body).paragraphs()).containsExactly("One\nline.", "Two.");
    }

    private static AnnouncementState state(Optional<Announcement> changed) {
        return changed.map(Announcement::state).orElse(null);
    }

    private static Announcement announcement(AnnouncementState state, int round, Map<Language, Text> texts) {
        return new Announcement(
                UUID.randomUUID(),
                "a change",
                texts,
                new Segment(Set.of(MailProvider.GMAIL), Set.of(CredentialShape.OTHER), Set.of(1)),
                state,
                null,
                NOW,
                null,
                round,
                NOW,
                "otto");
    }
}
