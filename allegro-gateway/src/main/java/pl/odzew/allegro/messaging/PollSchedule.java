package pl.odzew.allegro.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When an account is asked again, and how far back.
///
/// Three ways of looking. Often: from the newest thread down to known ground. Seldom: the whole list of
/// threads down to the floor, since a thread whose first message surfaces late stands below known ground.
/// And each thread once more at fixed distances from its last message, since a message may surface within
/// it, below what is known, without a trace in the list. What all of it costs of Allegro's 9,000 calls a
/// minute is reckoned in ADR 0022.
///
/// @param active between two looks at an account in which somebody wrote during `activeFor`
/// @param idle between two looks at any other
/// @param wholeList between two looks at the whole list of threads
/// @param issues between two looks at claims and disputes
/// @param backlog how old a message may be at the linking
/// @param lateLooks distances from a thread's last message at which it is read once more, shortest first
/// @param pending between two looks at a thread with a message in verification
public record PollSchedule(
        Duration active,
        Duration idle,
        Duration activeFor,
        Duration wholeList,
        Duration issues,
        Duration backlog,
        List<Duration> lateLooks,
        Duration pending) {

    public PollSchedule {
        lateLooks = List.copyOf(lateLooks);
        if (lateLooks.isEmpty()) {
            throw new IllegalArgumentException("messages surface late");
        }
    }

    /// @param lastFindingAt when anything new was found last
    public Duration untilNext(@Nullable Instant lastFindingAt, Instant now) {
        return lastFindingAt != null && lastFindingAt.isAfter(now.minus(activeFor)) ? active : idle;
    }

    public boolean isTimeForWholeList(@Nullable Instant lastWholeAt, Instant now) {
        return lastWholeAt == null || !now.isBefore(lastWholeAt.plus(wholeList));
    }

    public boolean isTimeForIssues(@Nullable Instant lastIssuesAt, Instant now) {
        return lastIssuesAt == null || !now.isBefore(lastIssuesAt.plus(issues));
    }

    /// The next look at a thread that is settled; empty when it has had them all.
    ///
    /// @param pending whether a message in it is in verification
    public Optional<Instant> lateLook(Instant lastMessageAt, boolean pending, Instant now) {
        Optional<Instant> next = lateLooks.stream()
                .map(lastMessageAt::plus)
                .filter(now::isBefore)
                .findFirst();
        if (!pending || next.isEmpty()) {
            return next;
        }
        Instant soon = now.plus(this.pending);
        return next.map(step -> step.isBefore(soon) ? step : soon);
    }

    /// The moment before which nothing is read: it reaches back from the last complete look, so that an
    /// outage of ours hides nothing, and a day further than the last late look, so that what surfaced
    /// before it is still read. Never further behind the linking than a backlog may be old.
    public Instant floor(Instant linkedAt, @Nullable Instant lastLookAt, Instant now) {
        Instant from = lastLookAt == null || lastLookAt.isAfter(now) ? now : lastLookAt;
        Instant floor = from.minus(lateLooks.getLast()).minus(Duration.ofDays(1));
        Instant earliest = linkedAt.minus(backlog);
        return floor.isBefore(earliest) ? earliest : floor;
    }
}
