/// The topics `replies.requested` and `replies.results`: what is to be said to a buyer, and what became of it.
///
/// Requests are written by responder-service and carried out by mailbox-service and allegro-gateway, which write the
/// results; responder-service and notification-service read them.
@NullMarked
package pl.odzew.events.reply.v1;

import org.jspecify.annotations.NullMarked;
