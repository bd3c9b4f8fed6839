package pl.odzew.allegro.marketplace;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what is asked of Allegro, as Allegro counts for its limit: every request of the client id.
public final class Requests {

    private static final int SECONDS_KEPT = 3600;

    private final Clock clock;
    private final ConcurrentNavigableMap<Long, LongAdder> perSecond = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();

    Requests(Clock clock) {
        this.clock = clock;
    }

    void came(Exchange exchange) {
        long now = clock.instant().getEpochSecond();
        perSecond.headMap(now - SECONDS_KEPT).clear();
        perSecond.computeIfAbsent(now, _ -> new LongAdder()).increment();
        kinds.computeIfAbsent(kind(exchange), _ -> new LongAdder()).increment();
    }

    /// Those that came in whole seconds, the first one included and the last one not.
    public long between(Instant from, Instant to) {
        return perSecond.subMap(from.getEpochSecond(), to.getEpochSecond()).values().stream()
                .mapToLong(LongAdder::sum)
                .sum();
    }

    /// @param kind the method and the path, with `*` for each id, and for the token endpoint the grant type: `GET
    /// /messaging/threads/*`, `refresh_token`
    public long ofKind(String kind) {
        LongAdder count = kinds.get(kind);
        return count == null ? 0 : count.sum();
    }

    private static String kind(Exchange exchange) {
        return exchange.path().endsWith("/token")
                ? exchange.form().getOrDefault("grant_type", "")
                : exchange.method() + " " + exchange.path().replaceAll("/[^/]*\\d[^/]*", "/*");
    }
}
