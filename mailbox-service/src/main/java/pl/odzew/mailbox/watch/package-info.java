/// Watches each mailbox's INBOX over one connection, and hands every new mail on exactly where the last one ended.
///
/// Receives conditions of mailboxes from [pl.odzew.mailbox.connection] and mails from the port [MailConnection]; gives
/// mails to [pl.odzew.mailbox.intake], what came of them to [pl.odzew.mailbox.publication], and what servers say of the
/// credential back to [pl.odzew.mailbox.connection]. [Watch] decides, [Watcher] carries out.
@NullMarked
package pl.odzew.mailbox.watch;

import org.jspecify.annotations.NullMarked;
