package pl.odzew.notification.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a call is made again that was not taken, and when a seller's address is left alone.
public final class CallPolicy {

    /// As Standard Webhooks advises: about three days in all.
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final int GONE = 410;

    private CallPolicy() {}

    /// Nothing when it is given up.
    ///
    /// @param attempts how many have failed, at least 1
    public static Optional<Duration> pauseAfter(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }

    /// Whether nothing is told there any more until the seller says so.
    ///
    /// @param status that the address answered; 0 when it did not
    /// @param failingSince when the first call failed after which none was taken
    public static boolean isToBeLeftAlone(int status, @Nullable Instant failingSince, Instant now) {
        return status == GONE
                || (failingSince != null && failingSince.plus(PATIENCE).isBefore(now));
    }
}
