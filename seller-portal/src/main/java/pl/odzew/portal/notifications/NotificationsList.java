package pl.odzew.portal.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param unread how many of all the seller has not acknowledged
/// @param next the cursor of the next part; absent on the last
public record NotificationsList(
        List<NotificationView> items, long unread, @Nullable String next) {

    public NotificationsList {
        items = List.copyOf(items);
    }
}
