package pl.odzew.mailbox.intake;

import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Reads one mail of a seller's mailbox and says what it is.
///
/// Pure: no clock, no network. A mail that cannot be read is an outcome, never an exception.
public interface Intake {

    Reading read(RawMail mail, Recipient recipient);

    /// Whose mailbox it is. The digest of a message's event id takes the seller and the account at the provider (the
    /// address, lower-cased), not our mailbox id, so that connecting the same account again gives the same ids.
    record Recipient(MailboxId mailboxId, SellerId sellerId, MailAddress address, MailProvider provider) {}
}
