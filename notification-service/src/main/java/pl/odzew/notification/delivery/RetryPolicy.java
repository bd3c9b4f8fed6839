package pl.odzew.notification.delivery;

import java.time.Duration;

/// When a mail is tried again that the mail server did not take.
public final class RetryPolicy {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private RetryPolicy() {}

    /// @param attempts how many have failed, at least 1
    public static Duration pauseAfter(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
