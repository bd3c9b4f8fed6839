package pl.odzew.allegro.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.Ticking;
import pl.odzew.events.AccountId;

class PaceTest {

    private final AccountId bartek = AccountId.random();
    private final AccountId celina = AccountId.random();
    private final Ticking clock = new Ticking(Instant.parse("2026-11-23T12:00:00Z"));
    private final Pace pace = new Pace(clock);

    @Test
    void case37OnePostASecondForEachSeller() {
        pace.posted(bartek);

        assertThat(pace.untilNextPost(bartek)).hasSeconds(1);
        assertThat(pace.untilNextPost(celina)).isZero();
        assertThat(pace.pause(bartek)).isZero();

        clock.goOn(Duration.ofSeconds(1));
        assertThat(pace.untilNextPost(bartek)).isZero();
    }

    @Test
    void case37RefusalForTheRatePausesThatSellerAlone() {
        pace.tooMany(bartek);

        assertThat(pace.pause(bartek)).hasSeconds(5);
        assertThat(pace.untilNextPost(bartek)).hasSeconds(5);
        assertThat(pace.pause(celina)).isZero();
    }

    @Test
    void refusalsInARowDoubleThePauseUpToAMinute() {
        for (int expected : new int[] {5, 10, 20, 40, 60, 60}) {
            pace.tooMany(bartek);
            assertThat(pace.pause(bartek)).hasSeconds(expected);
            clock.goOn(pace.pause(bartek));
        }

        clock.goOn(Duration.ofMinutes(6));
        pace.tooMany(bartek);
        assertThat(pace.pause(bartek)).hasSeconds(5);
    }
}
