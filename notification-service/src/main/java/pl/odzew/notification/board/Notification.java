package pl.odzew.notification.board;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// One thing that a seller should know, as it stands now.
///
/// @param change grows with every change of any notification of this seller, in the order of commits
/// @param closedAt absent while it lasts, and for what does not last
/// @param ending how it ended
/// @param acknowledgedAt when the seller marked it as read
public record Notification(
        UUID id,
        SellerId sellerId,
        long change,
        Content content,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String ending,
        @Nullable Instant acknowledgedAt) {

    public Notification {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(content, "content is null");
        requireNonNull(openedAt, "openedAt is null");
    }
}
