package pl.odzew.mailbox.mailserver.post;

/// How a client came.
public enum Protocol {
    IMAP,
    SMTP
}
