/// What polling remembers: when which account is due, which threads and messages are settled.
///
/// Receives what `kafka`'s poller has published; gives it where to begin the next time. Only after a message's event
/// was acknowledged is the message remembered, so that a crash publishes again, under the same id.
@NullMarked
package pl.odzew.allegro.messaging.postgres;

import org.jspecify.annotations.NullMarked;
