package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One credential problem of one mailbox or account, from its first notice to its end.
///
/// @param subjectVersion the version of the subject that opened it
/// @param closedAt absent while it lasts
public record Incident(
        IncidentId id,
        Subject subject,
        long subjectVersion,
        Problem problem,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public Incident {
        requireNonNull(id, "id is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(problem, "problem is null");
        requireNonNull(openedAt, "openedAt is null");
    }

    public static Incident open(Subject subject, long subjectVersion, Problem problem, Instant now) {
        return new Incident(IncidentId.random(), subject, subjectVersion, problem, now, null);
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
