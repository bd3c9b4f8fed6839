/// Ends the waiting of messages that nobody has decided in time.
///
/// Receives a tick of the scheduler; gives the work to the desks.
@NullMarked
package pl.odzew.responder.answering.timer;

import org.jspecify.annotations.NullMarked;
