/// Replies on their way to buyers through Allegro: each at most once, whatever crashes.
///
/// Receives `reply.requested` and `reply.withdrawn` from responder-service by `kafka`, which only stores the intent;
/// workers in `postgres` claim, look, write and look again. Gives messages to Allegro and `reply.sent`, `reply.failed`
/// or `reply.unknown` to everybody.
@NullMarked
package pl.odzew.allegro.replying;

import org.jspecify.annotations.NullMarked;
