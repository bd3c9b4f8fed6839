package pl.odzew.endtoend.torture;

import java.time.Duration;

/// How large a run is, and what decides its chances.
///
/// @param seed two runs with the same one write the same messages and break the same things in the same order
/// @param load how long buyers write; after it everything is whole and may settle
/// @param rate messages a second, half by mail and half in the Message Center
/// @param outage how long what is stopped stays away
record Plan(long seed, Duration load, int mailboxes, int accounts, int rate, Duration outage) {

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);

    /// Of the time that a run may take, this much is left for the start and for settling.
    private static final Duration AROUND = Duration.ofMinutes(3);

    private static final Duration SHORTEST_LOAD = Duration.ofMinutes(2);

    /// The full size, which a run of an hour has.
    private static final int MAILBOXES = 500;

    private static final int ACCOUNTS = 200;
    private static final int RATE = 50;
    private static final int SMALL = 15;

    /// A short run is a small one: connecting 500 mailboxes would take all of it.
    static Plan of(int minutes, long seed) {
        Duration load = max(Duration.ofMinutes(minutes).minus(AROUND), SHORTEST_LOAD);
        boolean small = minutes < SMALL;
        return new Plan(
                seed,
                load,
                small ? MAILBOXES / 10 : MAILBOXES,
                small ? ACCOUNTS / 10 : ACCOUNTS,
                small ? RATE / 5 : RATE,
                min(load.dividedBy(SMALL), LONGEST_OUTAGE));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
