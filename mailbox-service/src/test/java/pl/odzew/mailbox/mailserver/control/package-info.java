/// Steers a mail server from another process, as the demo does: a small JSON API on the loopback address, its
/// client, and a page for people.
///
/// Receives: HTTP requests. Gives: changes to the post office; views of its accounts and mails.
@NullMarked
package pl.odzew.mailbox.mailserver.control;

import org.jspecify.annotations.NullMarked;
