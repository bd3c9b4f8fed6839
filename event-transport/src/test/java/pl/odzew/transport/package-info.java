/// The transport in a small service of its own, on a real broker and a real database.
///
/// Receives events that the tests write, good ones and broken ones; gives what the outbox sends and what the inbox lets
/// through, beside a [Note] that a handler stores in the same transaction.
@NullMarked
package pl.odzew.transport;

import org.jspecify.annotations.NullMarked;
