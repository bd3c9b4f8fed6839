/// A seller's mailbox: what it is, how it stands, and which change may follow which.
///
/// Receives the seller's wishes from `rest` and what the servers say from [pl.odzew.mailbox.watch] and
/// [pl.odzew.mailbox.sending]; gives each change, with the events that announce it, to
/// [Mailboxes], which stores both in one transaction. Start reading at [Mailbox] and [Condition].
@NullMarked
package pl.odzew.mailbox.connection;

import org.jspecify.annotations.NullMarked;
