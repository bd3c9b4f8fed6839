/// What other rules would have done with the messages of the last weeks, beside what was done.
///
/// Receives recorded messages with their decisions, and rules that are not saved; gives both outcomes of each
/// message. Works at a desk that nobody stores, so nothing leaves.
@NullMarked
package pl.odzew.responder.rehearsal;

import org.jspecify.annotations.NullMarked;
