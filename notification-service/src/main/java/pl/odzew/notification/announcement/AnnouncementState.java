package pl.odzew.notification.announcement;

/// Where an announcement stands, and what may be done with it there.
public enum AnnouncementState {
    /// Being written; nobody gets it.
    DRAFT,
    /// It begins at its time.
    SCHEDULED,
    /// On its way to one seller after the other.
    SENDING,
    /// Held by an operator; goes on where it stopped.
    PAUSED,
    /// All have been written to; a reminder may follow.
    SENT,
    /// Given up by an operator; who has not got it will not.
    CANCELLED;

    public boolean mayBeEdited() {
        return this == DRAFT;
    }

    public boolean mayBeScheduled() {
        return this == DRAFT || this == SCHEDULED;
    }

    public boolean mayBePaused() {
        return this == SCHEDULED || this == SENDING;
    }

    public boolean mayBeResumed() {
        return this == PAUSED;
    }

    public boolean mayBeCancelled() {
        return switch (this) {
            case SCHEDULED, SENDING, PAUSED, SENT -> true;
            case DRAFT, CANCELLED -> false;
        };
    }
}
