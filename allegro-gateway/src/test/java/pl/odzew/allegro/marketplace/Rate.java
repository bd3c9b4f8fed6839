package pl.odzew.allegro.marketplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// One POST a second for each seller.
final class Rate {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    Rate(Clock clock) {
        this.clock = clock;
    }

    boolean allows(String login) {
        var allowed = new AtomicBoolean();
        Instant now = clock.instant();
        last.compute(login.toLowerCase(Locale.ROOT), (_, before) -> {
            allowed.set(before == null || !now.isBefore(before.plus(BETWEEN)));
            return allowed.get() ? now : before;
        });
        return allowed.get();
    }
}
