package pl.odzew.events.mailbox.v1;

/// Which of a mailbox's two servers spoke.
public enum MailProtocol {
    IMAP,
    SMTP
}
