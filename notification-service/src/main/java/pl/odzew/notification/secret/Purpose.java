package pl.odzew.notification.secret;

/// The one thing that a mailed link may do.
public enum Purpose {
    /// Say that the address is one's own; the subject is the id of the address.
    VERIFY_ADDRESS,
    /// Get no more reminders or announcements; the subject is which of them.
    UNSUBSCRIBE
}
