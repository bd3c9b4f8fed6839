package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.disconnected.v1`: the seller took the mailbox away; its secret is gone.
public record MailboxDisconnected(MailboxSnapshot mailbox) implements MailboxEvent {

    public MailboxDisconnected {
        requireNonNull(mailbox, "mailbox is null");
    }
}
