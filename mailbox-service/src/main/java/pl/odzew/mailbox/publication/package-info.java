/// What of a mailbox is announced, and in which words: changes of mailboxes and buyers' messages as CloudEvents.
///
/// Receives changes from [pl.odzew.mailbox.connection] and readings from [pl.odzew.mailbox.intake]; gives events to the
/// outbox (in `connection.postgres`, in the transaction of the change) and, for messages, to the port [MessageEvents].
@NullMarked
package pl.odzew.mailbox.publication;

import org.jspecify.annotations.NullMarked;
