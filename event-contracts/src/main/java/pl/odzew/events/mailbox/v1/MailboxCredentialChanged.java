package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.credential-changed.v1`: a new credential was saved, after both servers took it.
public record MailboxCredentialChanged(MailboxSnapshot mailbox) implements MailboxEvent {

    public MailboxCredentialChanged {
        requireNonNull(mailbox, "mailbox is null");
    }
}
