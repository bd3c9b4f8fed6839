package pl.odzew.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesFromOneSecondToThirty() {
        // When
        List<Long> waits = Stream.iterate(Backoff.FRESH, Backoff::doubled)
                .limit(7)
                .map(backoff -> backoff.next().toSeconds())
                .toList();

        // Then
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void forgivesAProcessThatHasLivedForAMinute() {
        // Given
        Backoff tried = Backoff.FRESH.doubled().doubled();

        // Then
        assertThat(tried.afterLifeOf(Duration.ofSeconds(59))).isEqualTo(tried);
        assertThat(tried.afterLifeOf(Duration.ofSeconds(60))).isEqualTo(Backoff.FRESH);
    }
}
