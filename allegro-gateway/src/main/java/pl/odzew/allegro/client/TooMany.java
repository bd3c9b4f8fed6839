package pl.odzew.allegro.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.events.AccountId;

/// Tells a seller's own 429 from one that meets the client id as a whole; safe for many threads.
///
/// Allegro's words are the same for both. But reading has no limit of its own (#9991), and a seller's leaky bucket
/// (#7893) is his: where two sellers are refused at nearly the same moment for mere reading, it is the client id.
public final class TooMany {

    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<AccountId, Instant> refused = new ConcurrentHashMap<>();

    public TooMany(Clock clock) {
        this.clock = clock;
    }

    /// A request that only reads got 429. Answers whether the whole client id is blocked.
    public boolean concernsAll(AccountId account) {
        Instant now = clock.instant();
        refused.values().removeIf(at -> at.isBefore(now.minus(TOGETHER)));
        refused.put(account, now);
        return refused.size() > 1;
    }
}
