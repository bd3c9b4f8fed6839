package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.resumed.v1`: the seller resumed a paused mailbox.
public record MailboxResumed(MailboxSnapshot mailbox) implements MailboxEvent {

    public MailboxResumed {
        requireNonNull(mailbox, "mailbox is null");
    }
}
