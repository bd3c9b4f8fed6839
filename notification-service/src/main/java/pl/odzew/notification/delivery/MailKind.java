package pl.odzew.notification.delivery;

import pl.odzew.notification.alert.Ending;
import pl.odzew.notification.alert.SubjectKind;

/// What a mail tells.
public enum MailKind {
    MAILBOX_WARNING(Sort.WARNING),
    MAILBOX_REMINDER(Sort.REMINDER),
    MAILBOX_WORKS_AGAIN(Sort.GOOD_NEWS),
    /// The mailbox works again although nothing was done: the warning need not be followed.
    MAILBOX_TAKEN_BACK(Sort.GOOD_NEWS),
    ACCOUNT_WARNING(Sort.WARNING),
    ACCOUNT_REMINDER(Sort.REMINDER),
    ACCOUNT_WORKS_AGAIN(Sort.GOOD_NEWS),
    /// A link by which an address is proved; the payload is the id of the address.
    ADDRESS_VERIFICATION(Sort.OTHER),
    /// Replies that a person should look at.
    REPLY_DIGEST(Sort.OTHER);

    /// What is common to some kinds.
    public enum Sort {
        /// Trouble, told for the first time.
        WARNING,
        /// Trouble that lasts, told again.
        REMINDER,
        /// The end of trouble.
        GOOD_NEWS,
        /// Nothing about incidents.
        OTHER
    }

    private final Sort sort;

    MailKind(Sort sort) {
        this.sort = sort;
    }

    public Sort sort() {
        return sort;
    }

    public static MailKind warningOf(SubjectKind kind) {
        return switch (kind) {
            case MAILBOX -> MAILBOX_WARNING;
            case ALLEGRO_ACCOUNT -> ACCOUNT_WARNING;
        };
    }

    public static MailKind reminderOf(SubjectKind kind) {
        return switch (kind) {
            case MAILBOX -> MAILBOX_REMINDER;
            case ALLEGRO_ACCOUNT -> ACCOUNT_REMINDER;
        };
    }

    /// What tells a warned seller of the end.
    ///
    /// @param ending one of those that are told
    public static MailKind goodNewsOf(SubjectKind kind, Ending ending) {
        return switch (kind) {
            case MAILBOX -> ending == Ending.TAKEN_BACK ? MAILBOX_TAKEN_BACK : MAILBOX_WORKS_AGAIN;
            case ALLEGRO_ACCOUNT -> ACCOUNT_WORKS_AGAIN;
        };
    }
}
