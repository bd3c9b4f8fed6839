package pl.odzew.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the mail about an incident leaves: soon for the first, and then so that what follows within the hour is one
/// further mail.
///
/// @param collectFor how long a mail waits for further incidents of the seller
/// @param followUpAfter how long after one mail the next of the same kind leaves at the earliest
public record WarningSchedule(Duration collectFor, Duration followUpAfter) {

    public WarningSchedule {
        requireNonNull(collectFor, "collectFor is null");
        requireNonNull(followUpAfter, "followUpAfter is null");
    }

    /// @param lastAt when the last mail of this kind to the seller left; absent before the first
    public Instant dueAt(Instant now, @Nullable Instant lastAt) {
        Instant collected = now.plus(collectFor);
        if (lastAt == null) {
            return collected;
        }
        Instant followUp = lastAt.plus(followUpAfter);
        return followUp.isAfter(collected) ? followUp : collected;
    }
}
