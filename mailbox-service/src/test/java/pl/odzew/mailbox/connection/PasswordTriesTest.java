package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.connection.PasswordTries.Limits;
import pl.odzew.mailbox.connection.PasswordTries.Limits.Used;

class PasswordTriesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final Limits limits = new Limits(10, 5, Duration.ofMinutes(15));

    @Test
    void letsATryThroughBelowBothLimits() {
        assertThat(limits.delay(new Used(9, NOON), new Used(4, NOON), NOON)).isEmpty();
    }

    @Test
    void waitsUntilTheOldestTryIsForgotten() {
        assertThat(limits.delay(new Used(1, NOON), new Used(5, NOON.minusSeconds(60)), NOON))
                .contains(Duration.ofMinutes(14));
        assertThat(limits.delay(new Used(10, NOON.minusSeconds(120)), new Used(0, NOON), NOON))
                .contains(Duration.ofMinutes(13));
    }

    @Test
    void waitsForTheLongerOfBoth() {
        assertThat(limits.delay(new Used(10, NOON.minusSeconds(120)), new Used(5, NOON.minusSeconds(60)), NOON))
                .contains(Duration.ofMinutes(14));
    }
}
