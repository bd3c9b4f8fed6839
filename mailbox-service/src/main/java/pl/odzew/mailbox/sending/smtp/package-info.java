/// Hands mails to sellers' SMTP servers (RFC 5321), on the event loop.
///
/// Receives `OutgoingMail` and logins from the sending of replies through the port `MailTransport`; gives outcomes
/// that say whether the mail may be on its way, with the server's own words. The dialogue is our own and not a mail
/// client's, because only who writes the final dot himself knows before and after it apart, and because a refused
/// login must come with every line that the server said.
@NullMarked
package pl.odzew.mailbox.sending.smtp;

import org.jspecify.annotations.NullMarked;
