package pl.odzew.allegro.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final PollSchedule schedule = new PollSchedule(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofHours(72));

    @Test
    void accountIsBusyForAnHourAfterAFinding() {
        assertThat(schedule.untilNext(NOW.minusSeconds(3599), NOW)).hasSeconds(20);
        assertThat(schedule.untilNext(NOW.minusSeconds(3600), NOW)).hasMinutes(2);
        assertThat(schedule.untilNext(null, NOW)).hasMinutes(2);
    }

    @Test
    void firstLookReachesOneWindowBehindTheLinking() {
        assertThat(schedule.floor(NOW, null, NOW)).isEqualTo(NOW.minus(Duration.ofHours(72)));
    }

    @Test
    void anOutageOfOursHidesNothing() {
        // Given
        Instant linked = NOW.minus(Duration.ofDays(60));
        Instant lastLook = NOW.minus(Duration.ofDays(5));

        // Then
        assertThat(schedule.floor(linked, lastLook, NOW)).isEqualTo(lastLook.minus(Duration.ofHours(72)));
    }

    @Test
    void lookAfterRecoveryDoesNotReachBehindIt() {
        // Given
        Instant recovered = NOW;
        Instant lastLook = NOW.minus(Duration.ofDays(30));

        // Then
        assertThat(schedule.floor(recovered, lastLook, NOW)).isEqualTo(NOW.minus(Duration.ofHours(72)));
    }

    @Test
    void wholeWindowIsLookedOverAtItsOwnInterval() {
        assertThat(schedule.isTimeForWholeWindow(null, NOW)).isTrue();
        assertThat(schedule.isTimeForWholeWindow(NOW.minusSeconds(599), NOW)).isFalse();
        assertThat(schedule.isTimeForWholeWindow(NOW.minusSeconds(600), NOW)).isTrue();
    }
}
