/// How events leave a service together with the state that they tell of.
///
/// Receives events from a service inside its transaction and keeps them as rows; one relay for each database hands the
/// rows to Kafka in order and deletes them when the broker has acknowledged them (ADR 0003).
@NullMarked
package pl.odzew.transport.outbox;

import org.jspecify.annotations.NullMarked;
