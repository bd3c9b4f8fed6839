package pl.odzew.allegro.messaging.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of an account's polling.
///
/// @param lastLookAt when the last complete look began
/// @param lastWholeAt when the last look over the whole list of threads began
/// @param lastIssuesAt when the last look at claims and disputes began
/// @param lastFindingAt when something new was found
public record PollState(
        @Nullable Instant lastLookAt,
        @Nullable Instant lastWholeAt,
        @Nullable Instant lastIssuesAt,
        @Nullable Instant lastFindingAt) {}
