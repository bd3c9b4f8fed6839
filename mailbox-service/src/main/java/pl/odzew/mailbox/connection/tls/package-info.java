/// Which servers we connect to and believe: what both protocols share.
///
/// Receives the operator's extra certificates from the configuration; gives TLS settings to `watch/imap` and
/// `sending/smtp`. There is no switch that turns checking off.
@NullMarked
package pl.odzew.mailbox.connection.tls;

import org.jspecify.annotations.NullMarked;
