package pl.odzew.allegro.replying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyLimitTest {

    @ParameterizedTest
    @CsvSource({
        // winter, and the night on which summer time ends
        "2026-11-23T12:00:00Z, 2026-11-23T23:05:00Z",
        "2026-11-23T23:30:00Z, 2026-11-24T23:05:00Z",
        "2026-10-24T21:00:00Z, 2026-10-24T22:05:00Z",
        "2026-10-24T23:00:00Z, 2026-10-25T23:05:00Z"
    })
    void endsALittleAfterMidnightWhereAllegroIs(Instant now, Instant until) {
        assertThat(DailyLimit.until(now)).isEqualTo(until);
    }
}
