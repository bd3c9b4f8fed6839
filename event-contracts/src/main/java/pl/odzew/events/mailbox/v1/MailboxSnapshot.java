package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;

/// A mailbox as it is after an event.
///
/// @param version grows by one with each event of this mailbox; a reader ignores what is not newer than what it has
/// @param credentialVersion grows with each saved password; a failure belongs to one of them
/// @param statusSince when the mailbox took its present status
public record MailboxSnapshot(
        MailboxId mailboxId,
        SellerId sellerId,
        long version,
        MailAddress address,
        MailProvider provider,
        CredentialShape credentialShape,
        long credentialVersion,
        MailboxStatus status,
        Instant statusSince) {

    public MailboxSnapshot {
        requireNonNull(mailboxId, "mailboxId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(address, "address is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(credentialShape, "credentialShape is null");
        requireNonNull(status, "status is null");
        requireNonNull(statusSince, "statusSince is null");
    }
}
