package pl.odzew.notification.alert;

/// How an incident ended.
public enum Ending {
    /// It works again, which the seller hears if he was warned.
    RECOVERED,
    /// It works again with the very credential that was refused: a false alarm, or trouble of the provider's own. A
    /// seller who was warned hears that he need not do what he was told to.
    TAKEN_BACK,
    /// The seller took the mailbox or account away.
    DISCONNECTED,
    /// Another problem of the same mailbox took its place.
    SUPERSEDED,
    /// Version 3 answers in the mailbox's place, so that nothing stands still any more.
    MOVED_TO_VERSION_3;

    /// Whether a seller who was warned is told by mail.
    public boolean isTold() {
        return switch (this) {
            case RECOVERED, TAKEN_BACK -> true;
            case DISCONNECTED, SUPERSEDED, MOVED_TO_VERSION_3 -> false;
        };
    }
}
