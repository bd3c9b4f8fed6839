package pl.odzew.mailbox.lease;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.MailboxId;

/// The right of this replica to work on a mailbox. What is written or sent under it is compared with the
/// database first, so a replica that was left behind does no harm.
///
/// @param epoch one more whenever the mailbox changes hands
public record Lease(MailboxId mailbox, long epoch) {

    public Lease {
        requireNonNull(mailbox, "mailbox is null");
    }

    /// For a mailbox that was taken away and of which something is left to be put in order; no claim
    /// succeeds under it.
    public static Lease ofNobody(MailboxId mailbox) {
        return new Lease(mailbox, 0);
    }

    public boolean isNobodys() {
        return epoch == 0;
    }
}
