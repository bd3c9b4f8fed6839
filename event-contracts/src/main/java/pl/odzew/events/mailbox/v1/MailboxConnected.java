package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.connected.v1`: both of its servers took the credential, and it is watched from now on.
public record MailboxConnected(MailboxSnapshot mailbox) implements MailboxEvent {

    public MailboxConnected {
        requireNonNull(mailbox, "mailbox is null");
    }
}
