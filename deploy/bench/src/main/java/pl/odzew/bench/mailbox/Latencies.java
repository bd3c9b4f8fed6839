package pl.odzew.bench.mailbox;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Times between two moments, sorted.
record Latencies(long[] nanos) {

    static Latencies of(long[] from, IntFunction<@Nullable Long> to) {
        long[] sorted = IntStream.range(0, from.length)
                .mapToObj(i -> {
                    Long end = to.apply(i);
                    return end == null ? null : end - from[i];
                })
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return nanos.length;
    }

    double millis(double quantile) {
        return nanos.length == 0
                ? Double.NaN
                : nanos[(int) Math.min(nanos.length - 1L, Math.round(quantile * nanos.length))] / 1e6;
    }
}
