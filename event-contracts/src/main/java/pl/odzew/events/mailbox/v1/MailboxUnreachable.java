package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// `mailbox.unreachable.v1`: the server has not answered for so long that the seller should know.
///
/// @param lastError what was seen last, in words that name no secret; at most 1,000 characters
public record MailboxUnreachable(MailboxSnapshot mailbox, Instant unreachableSince, String lastError)
        implements MailboxEvent {

    public MailboxUnreachable {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(unreachableSince, "unreachableSince is null");
        requireNonNull(lastError, "lastError is null");
    }
}
