/// Takes in which replies are wanted and which are not wanted any more; nothing is sent here.
///
/// Receives `reply.requested` and `reply.withdrawn` from responder-service; gives intents to `postgres`
/// in the transaction of the inbox, and wakes the senders afterwards.
@NullMarked
package pl.odzew.mailbox.sending.kafka;

import org.jspecify.annotations.NullMarked;
