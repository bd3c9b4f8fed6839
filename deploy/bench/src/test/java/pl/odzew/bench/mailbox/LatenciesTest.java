package pl.odzew.bench.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void quantilesAreOfTheSortedTimes() {
        // Given
        long[] from = new long[100];

        // When
        Latencies latencies = Latencies.of(from, i -> (100 - i) * 1_000_000L);

        // Then
        assertThat(latencies.millis(0.5)).isEqualTo(51);
        assertThat(latencies.millis(0.99)).isEqualTo(100);
    }

    @Test
    void whatNeverArrivedIsNotCounted() {
        // When
        Latencies latencies = Latencies.of(LongStream.range(0, 10).toArray(), i -> i < 5 ? null : 100L);

        // Then
        assertThat(latencies.count()).isEqualTo(5);
    }
}
