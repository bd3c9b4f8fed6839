package pl.odzew.mailbox.mailserver.post;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/// Gives ids like Gmail's: 64 bits, rising, never twice.
final class GmailIds {

    private static final int BITS_BELOW_THE_MILLISECOND = 20;

    private final AtomicLong last = new AtomicLong();
    private final Clock clock;

    GmailIds(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long now = clock.millis() << BITS_BELOW_THE_MILLISECOND;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }

    /// Never gives this one or a lower one again.
    void neverBelow(long given) {
        last.accumulateAndGet(given, Math::max);
    }
}
