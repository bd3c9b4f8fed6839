package pl.odzew.notification.delivery;

/// Where a mail stands.
public enum MailState {
    /// Not due yet, or to be tried again.
    WAITING,
    /// Being handed to the mail server by one worker.
    SENDING,
    /// The mail server has accepted it.
    SENT,
    /// No longer wanted when it was due.
    DROPPED
}
