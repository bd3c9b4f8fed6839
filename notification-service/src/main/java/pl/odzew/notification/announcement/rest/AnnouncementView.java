package pl.odzew.notification.announcement.rest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.AnnouncementState;
import pl.odzew.notification.announcement.Progress;
import pl.odzew.notification.announcement.RecipientState;
import pl.odzew.notification.announcement.Segment;
import pl.odzew.notification.announcement.Text;
import pl.odzew.notification.contact.Language;

/// An announcement and how far it has come.
///
/// @param round 0 before it begins, 1 for the first mail, 2 from the reminder on
/// @param progress of the present round; absent before the first
public record AnnouncementView(
        UUID id,
        String name,
        Map<Language, Text> texts,
        Segment segment,
        AnnouncementState state,
        @Nullable Instant effectiveAt,
        @Nullable Instant startAt,
        @Nullable Instant remindAt,
        int round,
        Instant createdAt,
        String createdBy,
        @Nullable ProgressView progress) {

    /// @param unknown handed to the mail server with no clear answer; not sent again
    /// @param skipped have acted before it came to them, do not want announcements, or have no address
    /// @param actedUpon of those who got it, how many have since changed the password or moved to version 3
    public record ProgressView(
            long recipients, long pending, long sent, long unknown, long failed, long skipped, long actedUpon) {

        static ProgressView of(Progress progress) {
            return new ProgressView(
                    progress.recipients(),
                    progress.of(RecipientState.PENDING) + progress.of(RecipientState.SENDING),
                    progress.of(RecipientState.SENT),
                    progress.of(RecipientState.UNKNOWN),
                    progress.of(RecipientState.FAILED),
                    progress.of(RecipientState.SKIPPED),
                    progress.actedUpon());
        }
    }

    static AnnouncementView of(Announcement announcement, @Nullable Progress progress) {
        return new AnnouncementView(
                announcement.id(),
                announcement.name(),
                announcement.texts(),
                announcement.segment(),
                announcement.state(),
                announcement.effectiveAt(),
                announcement.startAt(),
                announcement.remindAt(),
                announcement.round(),
                announcement.createdAt(),
                announcement.createdBy(),
                progress == null ? null : ProgressView.of(progress));
    }
}
