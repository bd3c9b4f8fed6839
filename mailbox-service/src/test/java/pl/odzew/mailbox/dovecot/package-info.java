/// A real IMAP server, Dovecot from the system's packages, for tests and measurements.
@NullMarked
package pl.odzew.mailbox.dovecot;

import org.jspecify.annotations.NullMarked;
