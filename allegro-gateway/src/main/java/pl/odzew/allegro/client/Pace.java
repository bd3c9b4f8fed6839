package pl.odzew.allegro.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.events.AccountId;

/// One POST a second for each seller, and a pause after a 429; safe for many threads.
///
/// Counted from the end of the last POST, since Allegro counts from when it read it, which nobody here can know.
public final class Pace {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<AccountId, Instant> next = new ConcurrentHashMap<>();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /// How long to wait before the next POST; zero when it may go.
    public Duration untilNext(AccountId account) {
        Duration left = Duration.between(clock.instant(), next.getOrDefault(account, Instant.EPOCH));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// A POST ended, however it did.
    public void posted(AccountId account) {
        hold(account, BETWEEN);
    }

    /// Allegro said 429: going on would prolong it (#3588).
    public void tooMany(AccountId account) {
        hold(account, AFTER_TOO_MANY);
    }

    private void hold(AccountId account, Duration pause) {
        Instant until = clock.instant().plus(pause);
        next.merge(account, until, (before, now) -> before.isAfter(now) ? before : now);
    }
}
