package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.odzew.mailbox.refusal.Confirmation;

/// When a refused credential is tried again.
///
/// @param confirmation how a doubtful refusal is confirmed
/// @param afterAlarm tries counted from the alarm; after the last one comes one a day
public record Patience(Confirmation confirmation, List<Duration> afterAlarm) {

    private static final Duration DAILY = Duration.ofDays(1);

    /// A timer may go off a little early by another clock.
    private static final Duration SLACK = Duration.ofMillis(100);

    public Patience {
        requireNonNull(confirmation, "confirmation is null");
        afterAlarm = List.copyOf(afterAlarm);
        if (afterAlarm.isEmpty()) {
            throw new IllegalArgumentException("at least one try after the alarm");
        }
    }

    /// How many of the planned tries the time has used up. A try out of turn, such as the seller's own, uses
    /// none up, and those that passed while nobody could try are not made up for.
    int triesDue(Instant alarm, Instant now) {
        int tries = 0;
        while (!now.isBefore(nextTry(alarm, tries).minus(SLACK))) {
            tries++;
        }
        return tries;
    }

    /// @param tries how many of the planned tries are over
    public Instant nextTry(Instant alarm, int tries) {
        int last = afterAlarm.size() - 1;
        Duration offset =
                tries <= last ? afterAlarm.get(tries) : afterAlarm.get(last).plus(DAILY.multipliedBy(tries - last));
        return alarm.plus(offset);
    }
}
