/// What comes in through Kafka: messages, results of replies, and what happens to mailboxes and accounts.
///
/// Receives poll batches through the inbox; gives each to its sellers' desks in one transaction.
@NullMarked
package pl.odzew.responder.answering.kafka;

import org.jspecify.annotations.NullMarked;
