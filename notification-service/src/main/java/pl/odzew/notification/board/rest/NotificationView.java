package pl.odzew.notification.board.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.Notification;
import pl.odzew.notification.board.NotificationKind;

/// A notification as the portal shows it; which of the members are there follows from the kind.
///
/// @param subjectId of the mailbox or account that is locked out
/// @param remedies what ends it, best first
/// @param counts of replies with a problem, by the sort of problem
/// @param title of an announcement
/// @param body of an announcement, plain text
public record NotificationView(
        UUID id,
        NotificationKind kind,
        @Nullable UUID subjectId,
        @Nullable String subjectName,
        @Nullable String reason,
        @Nullable String serverWords,
        @Nullable List<String> remedies,
        @Nullable Map<String, Long> counts,
        @Nullable String title,
        @Nullable String body,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String ending,
        @Nullable Instant acknowledgedAt) {

    static final String EXAMPLE = """
            {"id": "0d9f0c51-6b9e-4a4c-8d55-5f8f3b0c7b1e", "kind": "MAILBOX_AUTH_FAILED",
             "subjectId": "6b1f8f1e-3f53-4c8a-9d0a-54c4a6b0a0b1", "subjectName": "anna@gmail.com",
             "reason": "APP_PASSWORD_REQUIRED",
             "serverWords": "[ALERT] Application-specific password required (Failure)",
             "remedies": ["APP_PASSWORD", "VERSION_3"], "openedAt": "2026-11-23T17:05:12Z"}""";

    public static NotificationView of(Notification notification) {
        return switch (notification.content()) {
            case Content.LockedOut locked ->
                new NotificationView(
                        notification.id(),
                        locked.kind(),
                        locked.subjectId(),
                        locked.subjectName(),
                        locked.reason(),
                        locked.serverWords(),
                        locked.remedies(),
                        null,
                        null,
                        null,
                        notification.openedAt(),
                        notification.closedAt(),
                        notification.ending(),
                        notification.acknowledgedAt());
            case Content.ReplyProblems problems -> of(notification, problems.counts(), null, null);
            case Content.Announced announced -> of(notification, null, announced.title(), announced.body());
        };
    }

    private static NotificationView of(
            Notification notification,
            @Nullable Map<String, Long> counts,
            @Nullable String title,
            @Nullable String body) {
        return new NotificationView(
                notification.id(),
                notification.content().kind(),
                null,
                null,
                null,
                null,
                null,
                counts,
                title,
                body,
                notification.openedAt(),
                notification.closedAt(),
                notification.ending(),
                notification.acknowledgedAt());
    }
}
