package pl.odzew.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Looks again and again until something is there.
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final InstantSource TIME = InstantSource.system();

    private Patience() {}

    /// @param what in words that end the sentence "did not come true:"
    static <T> T await(String what, Duration limit, Supplier<Optional<T>> look) {
        Instant end = TIME.instant().plus(limit);
        do {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            pause();
        } while (TIME.instant().isBefore(end));
        throw new StoryBrokenException("within %d s did not come true: %s".formatted(limit.toSeconds(), what));
    }

    static void awaitThat(String what, Duration limit, BooleanSupplier look) {
        await(what, limit, () -> look.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /// Watches for a while that nothing of a kind happens.
    static void neverWithin(String what, Duration watch, BooleanSupplier look) {
        Instant end = TIME.instant().plus(watch);
        while (TIME.instant().isBefore(end)) {
            if (look.getAsBoolean()) {
                throw new StoryBrokenException("happened, but must not: " + what);
            }
            pause();
        }
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new StoryBrokenException("is not so: " + what);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBrokenException("interrupted", e);
        }
    }
}
