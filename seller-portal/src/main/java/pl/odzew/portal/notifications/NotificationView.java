package pl.odzew.portal.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a seller was told, as notification-service tells of it.
///
/// @param remedies what ends it, best first
/// @param counts of replies with a problem, by the sort of problem
/// @param title of an announcement
/// @param body of an announcement, plain text
public record NotificationView(
        String id,
        String kind,
        @Nullable String subjectId,
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

    /// Whether it is a trouble that goes on.
    public boolean isOpen() {
        return closedAt == null && (isAboutMailbox() || isAboutAccount());
    }

    public boolean isTrouble() {
        return isAboutMailbox() || isAboutAccount();
    }

    public boolean isUnread() {
        return acknowledgedAt == null;
    }

    public boolean isAboutMailbox() {
        return kind.startsWith("MAILBOX");
    }

    public boolean isAboutAccount() {
        return kind.startsWith("ALLEGRO");
    }
}
