package pl.odzew.portal.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and how the seller is written to.
///
/// @param email where mails go now
/// @param addresses those that the seller gave
public record Contact(
        @Nullable String email,
        @Nullable String language,
        @Nullable Boolean reminders,
        @Nullable Boolean announcements,
        @Nullable List<Address> addresses) {

    public record Address(
            String id,
            String email,
            String status,
            @Nullable Instant addedAt) {

        public boolean isPending() {
            return !status.equals("VERIFIED");
        }
    }

    public List<Address> known() {
        return addresses == null ? List.of() : addresses;
    }

    public boolean wantsReminders() {
        return reminders == null || reminders;
    }

    public boolean wantsAnnouncements() {
        return announcements == null || announcements;
    }
}
