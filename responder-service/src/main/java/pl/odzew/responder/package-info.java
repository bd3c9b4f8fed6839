/// Decides what a buyer's message gets: an answer, or silence with a reason.
///
/// Receives buyers' messages, what became of replies, and which mailboxes and accounts exist, all through
/// Kafka; gives requested replies and sellers' settings to Kafka, and recorded decisions to the portal. Start
/// reading in `decision`.
@NullMarked
package pl.odzew.responder;

import org.jspecify.annotations.NullMarked;
