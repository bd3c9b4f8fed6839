package pl.odzew.notification.contact;

/// What a seller may choose not to be written; first warnings are not among it.
public enum Topic {
    REMINDERS,
    ANNOUNCEMENTS
}
