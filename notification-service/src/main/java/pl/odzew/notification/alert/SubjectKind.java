package pl.odzew.notification.alert;

/// What can be locked out.
public enum SubjectKind {
    MAILBOX,
    ALLEGRO_ACCOUNT
}
