package pl.odzew.notification.alert;

/// How an incident ended.
public enum Ending {
    /// It works again, which the seller hears if he was warned.
    RECOVERED,
    /// The seller took the mailbox or account away.
    DISCONNECTED,
    /// Another problem of the same mailbox took its place.
    SUPERSEDED
}
