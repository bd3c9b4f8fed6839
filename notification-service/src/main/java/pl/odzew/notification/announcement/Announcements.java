package pl.odzew.notification.announcement;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be done with an announcement; nothing where it may not be done as things are.
public final class Announcements {

    private Announcements() {}

    public static Optional<Announcement> schedule(Announcement announcement, Instant startAt) {
        return announcement.state().mayBeScheduled()
                ? Optional.of(changed(announcement, AnnouncementState.SCHEDULED, startAt, announcement.round()))
                : Optional.empty();
    }

    public static Optional<Announcement> pause(Announcement announcement) {
        return announcement.state().mayBePaused()
                ? Optional.of(in(announcement, AnnouncementState.PAUSED))
                : Optional.empty();
    }

    /// One that had not begun waits for its time; another goes on where it stopped.
    public static Optional<Announcement> resume(Announcement announcement) {
        return announcement.state().mayBeResumed()
                ? Optional.of(in(
                        announcement,
                        announcement.round() == 0 ? AnnouncementState.SCHEDULED : AnnouncementState.SENDING))
                : Optional.empty();
    }

    public static Optional<Announcement> cancel(Announcement announcement) {
        return announcement.state().mayBeCancelled()
                ? Optional.of(in(announcement, AnnouncementState.CANCELLED))
                : Optional.empty();
    }

    /// The next round: the first mail, or the reminder.
    public static Announcement begin(Announcement announcement) {
        return changed(announcement, AnnouncementState.SENDING, announcement.startAt(), announcement.round() + 1);
    }

    public static Announcement in(Announcement announcement, AnnouncementState state) {
        return changed(announcement, state, announcement.startAt(), announcement.round());
    }

    private static Announcement changed(
            Announcement announcement, AnnouncementState state, @Nullable Instant startAt, int round) {
        return new Announcement(
                announcement.id(),
                announcement.name(),
                announcement.texts(),
                announcement.segment(),
                state,
                announcement.effectiveAt(),
                startAt,
                announcement.remindAt(),
                round,
                announcement.createdAt(),
                announcement.createdBy());
    }
}
