package pl.odzew.allegro.replying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When to look again for a reply that may have left: at once, and then so long after the attempt.
public record LookAgain(List<Duration> after) {

    public LookAgain {
        after = List.copyOf(after);
    }

    /// The moment of the next look; empty when looking has had its time and the seller must be told.
    ///
    /// @param looks how many have been, the immediate one included
    public Optional<Instant> next(Instant attemptedAt, int looks) {
        return looks > after.size()
                ? Optional.empty()
                : Optional.of(looks == 0 ? attemptedAt : attemptedAt.plus(after.get(looks - 1)));
    }
}
