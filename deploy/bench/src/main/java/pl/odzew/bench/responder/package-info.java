/// What a decision costs, alone and on its way from `messages.*` through PostgreSQL to `replies.requested`.
///
/// Receives the built responder-service; gives its figures beside those of the floor, taken in the same run.
@NullMarked
package pl.odzew.bench.responder;

import org.jspecify.annotations.NullMarked;
