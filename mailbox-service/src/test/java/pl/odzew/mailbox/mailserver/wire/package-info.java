/// Sockets with TLS: listening, reading and writing lines, counting who is there.
///
/// Receives: connections of clients. Gives: a [pl.odzew.mailbox.mailserver.wire.Wire] to a session, one virtual
/// thread each.
@NullMarked
package pl.odzew.mailbox.mailserver.wire;

import org.jspecify.annotations.NullMarked;
