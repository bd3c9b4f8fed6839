package pl.odzew.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final ReminderPolicy POLICY = policy("21:00", "08:00");

    @ParameterizedTest
    @CsvSource({
        // warned at (UTC), reminders sent, reminded at (UTC)
        "2026-11-23T11:00:00Z, 0, 2026-11-24T11:00:00Z",
        "2026-11-23T11:00:00Z, 1, 2026-11-26T11:00:00Z",
        "2026-11-23T11:00:00Z, 2, 2026-11-30T11:00:00Z",
        // at night: the next morning, eight o'clock in Poland
        "2026-11-23T02:30:00Z, 0, 2026-11-24T07:00:00Z",
        "2026-11-23T22:30:00Z, 0, 2026-11-25T07:00:00Z",
        // over the change of the clocks on 25 October 2026
        "2026-10-24T21:00:00Z, 0, 2026-10-26T07:00:00Z",
        // the ends of the quiet hours
        "2026-11-23T20:00:00Z, 0, 2026-11-25T07:00:00Z",
        "2026-11-23T19:59:59Z, 0, 2026-11-24T19:59:59Z",
        "2026-11-23T07:00:00Z, 0, 2026-11-24T07:00:00Z"
    })
    void remindsAfterOneThreeAndSevenDaysAndNotAtNight(Instant warnedAt, int sent, Instant expected) {
        // Then
        assertThat(POLICY.next(warnedAt, sent)).contains(expected);
    }

    @Test
    void remindsNoMoreAfterTheLast() {
        // Then
        assertThat(POLICY.next(Instant.parse("2026-11-23T11:00:00Z"), 3)).isEqualTo(Optional.empty());
    }

    @Test
    void quietHoursMayLieWithinADayOrNotBe() {
        // Given
        Instant noonInPoland = Instant.parse("2026-11-23T11:00:00Z");

        // Then
        assertThat(policy("11:30", "13:00").outsideQuietHours(noonInPoland))
                .isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(policy("00:00", "00:00").outsideQuietHours(noonInPoland)).isEqualTo(noonInPoland);
    }

    private static ReminderPolicy policy(String from, String to) {
        return new ReminderPolicy(
                List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7)),
                LocalTime.parse(from),
                LocalTime.parse(to),
                WARSAW);
    }
}
