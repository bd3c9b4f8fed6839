package pl.odzew.allegro.messaging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When an account is asked again, and how far back.
///
/// Two ways of looking: often, from the newest thread down to known ground; and seldom over every thread
/// of the trailing window, because messages surface late and below what is known. A message that
/// surfaces within the window is noticed one trailing interval later at the latest; 4,000 idle accounts
/// at 2 minutes cost 2,000 calls a minute of Allegro's 9,000.
///
/// @param busy between two looks at an account in which somebody wrote during `busyFor`
/// @param idle between two looks at any other
/// @param trailing between two looks over the whole window
/// @param window how far back; also how old a backlog may be
public record PollSchedule(Duration busy, Duration idle, Duration busyFor, Duration trailing, Duration window) {

    /// @param lastFindingAt when anything new was found last
    public Duration untilNext(@Nullable Instant lastFindingAt, Instant now) {
        return lastFindingAt != null && lastFindingAt.isAfter(now.minus(busyFor)) ? busy : idle;
    }

    public boolean isTimeForWholeWindow(@Nullable Instant lastWholeAt, Instant now) {
        return lastWholeAt == null || !now.isBefore(lastWholeAt.plus(trailing));
    }

    /// The moment before which nothing is read: the window reaches back from the last complete look, so that an outage
    /// of ours hides nothing, but never further behind the linking than one window.
    public Instant floor(Instant linkedAt, @Nullable Instant lastLookAt, Instant now) {
        Instant from = lastLookAt == null || lastLookAt.isAfter(now) ? now : lastLookAt;
        Instant floor = from.minus(window);
        Instant earliest = linkedAt.minus(window);
        return floor.isBefore(earliest) ? earliest : floor;
    }
}
