package pl.odzew.allegro.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final PollSchedule schedule = new PollSchedule(
            Duration.ofSeconds(40),
            Duration.ofMinutes(3),
            Duration.ofHours(24),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofHours(72),
            List.of(
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(24),
                    Duration.ofHours(48),
                    Duration.ofHours(72)),
            Duration.ofMinutes(10));

    @Test
    void accountIsActiveForADayAfterAFinding() {
        assertThat(schedule.untilNext(NOW.minus(Duration.ofHours(23)), NOW)).hasSeconds(40);
        assertThat(schedule.untilNext(NOW.minus(Duration.ofHours(24)), NOW)).hasMinutes(3);
        assertThat(schedule.untilNext(null, NOW)).hasMinutes(3);
    }

    @Test
    void quirk10FirstLookReachesNoFurtherThanABacklogMayBeOld() {
        assertThat(schedule.floor(NOW, null, NOW)).isEqualTo(NOW.minus(Duration.ofHours(72)));
    }

    @Test
    void anOutageOfOursHidesNothing() {
        // Given
        Instant linked = NOW.minus(Duration.ofDays(60));
        Instant lastLook = NOW.minus(Duration.ofDays(5));

        // Then
        assertThat(schedule.floor(linked, lastLook, NOW)).isEqualTo(lastLook.minus(Duration.ofHours(96)));
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
    void wholeListAndIssuesHaveIntervalsOfTheirOwn() {
        assertThat(schedule.isTimeForWholeList(null, NOW)).isTrue();
        assertThat(schedule.isTimeForWholeList(NOW.minusSeconds(599), NOW)).isFalse();
        assertThat(schedule.isTimeForWholeList(NOW.minusSeconds(600), NOW)).isTrue();
        assertThat(schedule.isTimeForIssues(NOW.minusSeconds(599), NOW)).isFalse();
        assertThat(schedule.isTimeForIssues(NOW.minusSeconds(600), NOW)).isTrue();
    }

    @Test
    void quirk01ThreadIsReadOnceMoreSixTimesAfterItsLastMessage() {
        // Given
        Instant last = NOW;

        // Then
        assertThat(schedule.lateLook(last, false, NOW)).contains(last.plus(Duration.ofMinutes(10)));
        assertThat(schedule.lateLook(last, false, NOW.plus(Duration.ofMinutes(10))))
                .contains(last.plus(Duration.ofHours(1)));
        assertThat(schedule.lateLook(last, false, NOW.plus(Duration.ofHours(25))))
                .contains(last.plus(Duration.ofHours(48)));
        assertThat(schedule.lateLook(last, false, NOW.plus(Duration.ofHours(72))))
                .isEmpty();
    }

    @Test
    void case35MessageThatSurfacesTwoDaysLateIsStillAboveTheFloorOfTheLastLook() {
        // Given
        Instant written = NOW.minus(Duration.ofHours(72)).minusSeconds(60);
        Instant linked = NOW.minus(Duration.ofDays(60));

        // Then
        assertThat(schedule.floor(linked, NOW.minusSeconds(40), NOW)).isBefore(written);
    }

    @Test
    void quirk12ThreadWithAMessageInVerificationIsReadEveryTenMinutesAndNotForEver() {
        assertThat(schedule.lateLook(NOW, true, NOW.plus(Duration.ofHours(7))))
                .contains(NOW.plus(Duration.ofHours(7)).plus(Duration.ofMinutes(10)));
        assertThat(schedule.lateLook(NOW, true, NOW.plus(Duration.ofHours(73)))).isEmpty();
    }

    @Test
    void case42LinkingReadsNothingThatIsOlderThanABacklog() {
        assertThat(schedule.floor(NOW, null, NOW.plusSeconds(5))).isEqualTo(NOW.minus(Duration.ofHours(72)));
    }
}
