package pl.odzew.notification.announcement;

/// What has become of an announcement for one seller. It is sent at most once: what may have left is not sent again.
public enum RecipientState {
    PENDING,
    /// Being handed to the mail server.
    SENDING,
    SENT,
    /// Whether the mail server took it is not known.
    UNKNOWN,
    /// The mail server refused it, time and again.
    FAILED,
    /// He has acted already, does not want announcements, or has no address.
    SKIPPED
}
