package pl.odzew.portal.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a seller was told, as notification-service tells of it.
///
/// @param remedies what ends it, best first
public record NotificationView(
        String id,
        String kind,
        @Nullable String subjectId,
        @Nullable String subjectName,
        @Nullable String reason,
        @Nullable String serverWords,
        @Nullable List<String> remedies,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant acknowledgedAt) {

    public boolean isOpen() {
        return closedAt == null;
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
