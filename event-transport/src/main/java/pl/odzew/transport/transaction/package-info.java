/// Where a transaction may begin: Hibernate Reactive wants a Vert.x context of its own for each, and timers, Kafka and
/// protocol clients call from anywhere.
@NullMarked
package pl.odzew.transport.transaction;

import org.jspecify.annotations.NullMarked;
