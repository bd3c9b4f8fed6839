/// The one producer that a service has, for the outbox's relay, the dead letters and what needs no outbox.
@NullMarked
package pl.odzew.transport.kafka;

import org.jspecify.annotations.NullMarked;
