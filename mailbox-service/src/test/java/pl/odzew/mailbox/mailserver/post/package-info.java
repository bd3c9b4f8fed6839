/// The post office behind the protocols: accounts, their folders and mails, who may sign in, what left for the
/// outside world.
///
/// Receives: letters from tests and the control API, sign-ins and submissions from the IMAP and
/// SMTP sessions. Gives: folders to the sessions, a note to whoever watches a folder, every change
/// to the [pl.odzew.mailbox.mailserver.post.Ledger].
@NullMarked
package pl.odzew.mailbox.mailserver.post;

import org.jspecify.annotations.NullMarked;
