/// Publishes buyers' messages to `messages.mailbox`.
///
/// Receives events from `watch` through the port `MessageEvents`; gives them to Kafka without an outbox,
/// since a mail is still in its mailbox when the broker is away. The cursor moves only once the broker
/// has acknowledged.
@NullMarked
package pl.odzew.mailbox.publication.kafka;

import org.jspecify.annotations.NullMarked;
