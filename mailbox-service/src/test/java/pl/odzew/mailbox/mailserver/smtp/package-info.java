/// SMTP submission (RFC 5321, RFC 6409) as `smtp.gmail.com:465` offers it.
///
/// Receives: a wire from the listener. Gives: sign-ins and accepted mails to the post office, answers to
/// the client.
@NullMarked
package pl.odzew.mailbox.mailserver.smtp;

import org.jspecify.annotations.NullMarked;
