package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

/// `mailbox.paused.v1`: the seller paused the mailbox; nothing is read and nothing is sent.
public record MailboxPaused(MailboxSnapshot mailbox) implements MailboxEvent {

    public MailboxPaused {
        requireNonNull(mailbox, "mailbox is null");
    }
}
