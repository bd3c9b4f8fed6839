/// IMAP4rev1 (RFC 3501) with the extensions of Gmail that a mail reader needs, spoken as Gmail speaks it.
///
/// Receives: a wire from the listener. Gives: sign-ins and looks into folders to the post office, answers to
/// the client.
@NullMarked
package pl.odzew.mailbox.mailserver.imap;

import org.jspecify.annotations.NullMarked;
