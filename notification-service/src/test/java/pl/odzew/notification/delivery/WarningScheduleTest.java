package pl.odzew.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningScheduleTest {

    private static final WarningSchedule SCHEDULE = new WarningSchedule(Duration.ofSeconds(60), Duration.ofHours(1));
    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the first, , 2026-11-23T17:01:00Z",
        "another right after, 2026-11-23T17:00:00Z, 2026-11-23T18:00:00Z",
        "another within the hour, 2026-11-23T16:20:00Z, 2026-11-23T17:20:00Z",
        "another at the end of the hour, 2026-11-23T16:00:30Z, 2026-11-23T17:01:00Z",
        "another the next day, 2026-11-22T17:00:00Z, 2026-11-23T17:01:00Z"
    })
    void theFirstLeavesSoonAndWhatFollowsWithinTheHourIsOneMail(
            String name, @Nullable Instant lastAt, Instant expected) {
        // Then
        assertThat(SCHEDULE.dueAt(NOW, lastAt)).as(name).isEqualTo(expected);
    }
}
