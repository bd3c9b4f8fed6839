package pl.odzew.notification.board;

/// What a notification tells.
public enum NotificationKind {
    MAILBOX_AUTH_FAILED,
    ALLEGRO_ACCOUNT_AUTH_FAILED,
    /// Replies that a person should look at.
    REPLY_PROBLEMS,
    /// Something that the operator tells all whom it concerns.
    ANNOUNCEMENT
}
