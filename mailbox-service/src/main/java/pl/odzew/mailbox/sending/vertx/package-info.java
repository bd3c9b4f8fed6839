/// Sets the senders going: one at most for each mailbox, woken by new replies, by recoveries and by
/// the clock.
///
/// Receives wake-ups from `kafka` and from the watchers; gives each mailbox's turn to
/// a [pl.odzew.mailbox.sending.ReplySender].
@NullMarked
package pl.odzew.mailbox.sending.vertx;

import org.jspecify.annotations.NullMarked;
