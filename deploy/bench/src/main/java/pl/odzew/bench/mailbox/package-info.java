/// What watching mailboxes costs: the packaged mailbox-service against a real Dovecot, and against ten thousand
/// mailboxes of an IMAP server of our own that only idles.
@NullMarked
package pl.odzew.bench.mailbox;

import org.jspecify.annotations.NullMarked;
