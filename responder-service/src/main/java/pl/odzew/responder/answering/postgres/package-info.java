/// Desks in the database: opened under the seller's lock, worked at, and stored with their events in one transaction.
///
/// Receives the work from the Kafka, REST and timer leaves; gives events to the outbox.
@NullMarked
package pl.odzew.responder.answering.postgres;

import org.jspecify.annotations.NullMarked;
