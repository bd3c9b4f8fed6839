package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What is known of a subject before a notice.
///
/// @param version the newest that was seen, 0 for a stranger
/// @param newestIncidentVersion the version that opened its newest incident, closed or not; 0 when it never had one.
///     It stays when the projection is emptied to be built anew.
/// @param replaced whether version 3 answers in its place, so that nothing stands still while it is locked out
public record Known(long version, long newestIncidentVersion, Optional<Incident> open, boolean replaced) {

    public Known {
        requireNonNull(open, "open is null");
    }
}
