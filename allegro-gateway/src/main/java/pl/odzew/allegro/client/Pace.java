package pl.odzew.allegro.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.events.AccountId;

/// One POST a second for each seller, and a pause of everything after a 429; safe for many threads.
///
/// Counted from the end of the last POST, since Allegro counts from when it read it, which nobody here can know.
public final class Pace {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// Whoever had no 429 for so long begins with the shortest pause again.
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    /// @param length of the last pause, which the next one doubles
    private record Pause(Instant until, Duration length) {}

    private final Clock clock;
    private final Map<AccountId, Instant> nextPost = new ConcurrentHashMap<>();
    private final Map<AccountId, Pause> pauses = new ConcurrentHashMap<>();

    public Pace(Clock clock) {
        this.clock = clock;
    }

    /// How long to wait before the next POST; zero when it may go.
    public Duration untilNextPost(AccountId account) {
        Duration left = until(nextPost.getOrDefault(account, Instant.EPOCH));
        Duration pause = pause(account);
        return left.compareTo(pause) > 0 ? left : pause;
    }

    /// How long nothing at all is asked for this seller.
    public Duration pause(AccountId account) {
        Pause pause = pauses.get(account);
        return pause == null ? Duration.ZERO : until(pause.until());
    }

    /// A POST ended, however it did.
    public void posted(AccountId account) {
        nextPost.put(account, clock.instant().plus(BETWEEN));
    }

    /// Allegro said 429: going on would prolong it (#3588).
    public void tooMany(AccountId account) {
        Instant now = clock.instant();
        pauses.compute(account, (_, before) -> {
            Duration length =
                    before == null || before.until().plus(FORGOTTEN_AFTER).isBefore(now)
                            ? FIRST_PAUSE
                            : doubled(before.length());
            return new Pause(now.plus(length), length);
        });
    }

    private static Duration doubled(Duration length) {
        Duration doubled = length.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private Duration until(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
