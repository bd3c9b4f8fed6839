package pl.odzew.notification.delivery;

import pl.odzew.notification.alert.SubjectKind;

/// What a mail tells.
public enum MailKind {
    MAILBOX_WARNING,
    MAILBOX_WORKS_AGAIN,
    ACCOUNT_WARNING,
    ACCOUNT_WORKS_AGAIN,
    /// A link by which an address is proved; the payload is the id of the address.
    ADDRESS_VERIFICATION;

    public static MailKind warningOf(SubjectKind kind) {
        return switch (kind) {
            case MAILBOX -> MAILBOX_WARNING;
            case ALLEGRO_ACCOUNT -> ACCOUNT_WARNING;
        };
    }

    public static MailKind goodNewsOf(SubjectKind kind) {
        return switch (kind) {
            case MAILBOX -> MAILBOX_WORKS_AGAIN;
            case ALLEGRO_ACCOUNT -> ACCOUNT_WORKS_AGAIN;
        };
    }

    public boolean isWarning() {
        return switch (this) {
            case MAILBOX_WARNING, ACCOUNT_WARNING -> true;
            case MAILBOX_WORKS_AGAIN, ACCOUNT_WORKS_AGAIN, ADDRESS_VERIFICATION -> false;
        };
    }
}
