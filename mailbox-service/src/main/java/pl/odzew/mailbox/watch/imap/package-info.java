/// An IMAP client of exactly the commands that watching a mailbox needs (RFC 3501, 4959, 2177, 2971, 6154 and
/// Gmail's extensions), on the event loop, without a thread for a mailbox.
///
/// Receives calls of the ports `MailConnector` and `MailConnection` from the watch; gives mails as bytes, arrivals,
/// and the server's own words where it refuses. Bytes go `NetSocket → ResponseReader → ResponseParser →
/// ImapSession`, the first two of which know no socket and are tested with chunks cut at every byte.
@NullMarked
package pl.odzew.mailbox.watch.imap;

import org.jspecify.annotations.NullMarked;
