/// The topic `replies.requested`, as far as it is for Allegro.
///
/// Receives `reply.requested` and `reply.withdrawn`; gives rows to `postgres` and wakes its workers.
/// Nothing is sent here.
@NullMarked
package pl.odzew.allegro.replying.kafka;

import org.jspecify.annotations.NullMarked;
