/// The one producer that a service has, for the outbox's relay, the dead letters and what needs
/// no outbox.
///
/// Receives records from the relay and the inbox, and from a service those events that can be read again
/// from their source; gives them to Kafka as CloudEvents in binary mode. A stage ends when the broker
/// has acknowledged.
@NullMarked
package pl.odzew.transport.kafka;

import org.jspecify.annotations.NullMarked;
