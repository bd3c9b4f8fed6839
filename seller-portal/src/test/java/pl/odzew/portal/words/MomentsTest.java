package pl.odzew.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /// Half past midnight in Warsaw, where it is already the 24th.
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private final Moments polish = new Moments(Language.POLISH, WARSAW, NOW);

    @Test
    void theDayIsTheSellersNotGreenwichs() {
        assertThat(polish.said(Instant.parse("2026-11-23T23:05:00Z"))).isEqualTo("dziś o 0:05");
        assertThat(polish.said(Instant.parse("2026-11-23T22:55:00Z"))).isEqualTo("wczoraj o 23:55");
    }

    @Test
    void olderMomentsNameTheirDay() {
        assertThat(polish.said(Instant.parse("2026-11-12T08:10:00Z"))).isEqualTo("12 lis o 9:10");
        assertThat(polish.said(Instant.parse("2025-11-12T08:10:00Z"))).isEqualTo("12 lis 2025");
    }

    @Test
    void lengthsAreRoundedToWhatMatters() {
        assertThat(Moments.length(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(Moments.length(Duration.ofSeconds(150))).isEqualTo("2 min");
        assertThat(Moments.length(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Moments.length(Duration.ofHours(3))).isEqualTo("3 h");
    }
}
