/// How events enter a service, each with one effect however often it is delivered.
///
/// Receives poll batches from a service's Kafka consumers, takes out what this consumer has seen before,
/// and calls the service's handler in the transaction that also remembers the rest. What no handler can
/// take goes to the dead letters.
@NullMarked
package pl.odzew.transport.inbox;

import org.jspecify.annotations.NullMarked;
