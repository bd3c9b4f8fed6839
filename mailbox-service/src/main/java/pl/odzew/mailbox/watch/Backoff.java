package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import pl.odzew.mailbox.refusal.Verdict;

/// How long to wait before the next try: longer with each failure, never the same for two mailboxes.
///
/// @param first after the first failure; doubles with each further one
/// @param longest for ordinary failures
/// @param throttled after a throttle, up to six times as long by chance (Gmail's advice is 5 to 30 minutes)
/// @param bandwidth after the daily bandwidth is used up
/// @param chance from 0 inclusive to 1 exclusive
public record Backoff(Duration first, Duration longest, Duration throttled, Duration bandwidth, DoubleSupplier chance) {

    private static final int MAX_DOUBLINGS = 20;
    private static final double THROTTLE_SPREAD = 5.0;

    /// @param failures in a row, the present one included
    public Duration after(int failures) {
        Duration grown = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS));
        return stretched(grown.compareTo(longest) < 0 ? grown : longest, 0.5);
    }

    public Duration after(Verdict verdict, int failures) {
        return switch (verdict) {
            case Verdict.SessionExpired _ -> stretched(first, 1);
            case Verdict.Limit limit ->
                limit.kind() == Verdict.Limit.Kind.BANDWIDTH
                        ? stretched(bandwidth, 1)
                        : stretched(throttled, THROTTLE_SPREAD);
            case Verdict.Certain _,
                    Verdict.Doubtful _,
                    Verdict.Transient _,
                    Verdict.TokenStale _,
                    Verdict.NotTheCredential _ -> after(failures);
        };
    }

    private Duration stretched(Duration duration, double by) {
        return Duration.ofMillis(Math.round(duration.toMillis() * (1 + chance.getAsDouble() * by)));
    }
}
