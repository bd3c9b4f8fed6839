/// Where a newcomer starts reading: whether a buyer's message is answered, and if not, why.
///
/// Receives a message, what is remembered of its buyer, and the seller's settings, all as values; gives a
/// [Decision] to `answering`, which remembers it and lets the reply out. Pure: no clock, no framework, nothing
/// that waits.
@NullMarked
package pl.odzew.responder.decision;

import org.jspecify.annotations.NullMarked;
