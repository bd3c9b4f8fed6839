package pl.odzew.local;

import java.time.Duration;

/// How long to wait before a process that has died is started again: 1 second, doubling to 30.
///
/// A process that lived for a minute is forgiven its earlier deaths.
///
/// @param next the coming wait
record Backoff(Duration next) {

    static final Backoff FRESH = new Backoff(Duration.ofSeconds(1));

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    /// What to wait now, for a process that has lived so long.
    Backoff afterLifeOf(Duration life) {
        return life.compareTo(FORGIVEN_AFTER) >= 0 ? FRESH : this;
    }

    Backoff doubled() {
        Duration twice = next.multipliedBy(2);
        return new Backoff(twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
    }
}
