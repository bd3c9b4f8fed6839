/// A mail server that behaves like Gmail: the actor `MailServer` of our tests and of the local run.
///
/// Honest protocols on real sockets: IMAP and SMTP with TLS from the first byte, one virtual thread per
/// connection. It refuses in Gmail's own words when it is told to, and breaks connections where it hurts.
///
/// Receives: clients, and letters from [pl.odzew.mailbox.mailserver.letters.Buyer] and others. Gives: what came
/// of it, to assertions. Needs the JDK, Jackson and smallrye-certificate-generator, nothing of Quarkus.
@NullMarked
package pl.odzew.mailbox.mailserver;

import org.jspecify.annotations.NullMarked;
