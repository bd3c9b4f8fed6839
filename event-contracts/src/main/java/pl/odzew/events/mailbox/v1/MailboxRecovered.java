package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// `mailbox.recovered.v1`: a mailbox that had failed or was unreachable is watched again.
///
/// @param brokenSince when the trouble that is over now began
/// @param credentialChanged whether a new credential ended it, or it passed by itself
public record MailboxRecovered(MailboxSnapshot mailbox, Instant brokenSince, boolean credentialChanged)
        implements MailboxEvent {

    public MailboxRecovered {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(brokenSince, "brokenSince is null");
    }
}
