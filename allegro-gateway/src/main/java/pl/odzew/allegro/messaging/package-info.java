/// Buyers' messages at Allegro, and what of them becomes an event.
///
/// Receives threads and messages through [MessageCenter]; gives `message.received` for a buyer's words and
/// `message.answered-by-person` for the seller's own. Start with [ThreadReader].
@NullMarked
package pl.odzew.allegro.messaging;

import org.jspecify.annotations.NullMarked;
