/// All topics and event types in one place, and the form in which an event lies in Kafka.
///
/// Receives events from the service that writes them and gives [EventRecord]s to whatever puts them on Kafka; on the
/// way in, the reverse. Start with [EventType].
@NullMarked
package pl.odzew.events.catalogue;

import org.jspecify.annotations.NullMarked;
