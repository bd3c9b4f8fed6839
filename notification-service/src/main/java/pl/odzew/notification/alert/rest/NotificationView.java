package pl.odzew.notification.alert.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.Problem;

/// An incident as the portal shows it.
///
/// @param remedies what ends it, best first
public record NotificationView(
        UUID id,
        Kind kind,
        UUID subjectId,
        String subjectName,
        String reason,
        String serverWords,
        List<String> remedies,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant acknowledgedAt) {

    /// What a notification tells.
    public enum Kind {
        MAILBOX_AUTH_FAILED,
        ALLEGRO_ACCOUNT_AUTH_FAILED
    }

    private static final String LINK_AGAIN = "LINK_AGAIN";

    static NotificationView of(Incident incident) {
        return switch (incident.problem()) {
            case Problem.MailboxRefused refused ->
                of(
                        incident,
                        Kind.MAILBOX_AUTH_FAILED,
                        refused.reason().name(),
                        refused.remedies().stream().map(Enum::name).toList());
            case Problem.AccountRefused refused ->
                of(incident, Kind.ALLEGRO_ACCOUNT_AUTH_FAILED, refused.reason().name(), List.of(LINK_AGAIN));
        };
    }

    private static NotificationView of(Incident incident, Kind kind, String reason, List<String> remedies) {
        return new NotificationView(
                incident.id().value(),
                kind,
                incident.subject().id(),
                incident.subject().name(),
                reason,
                incident.problem().serverWords(),
                remedies,
                incident.openedAt(),
                incident.closedAt(),
                incident.acknowledgedAt());
    }
}
