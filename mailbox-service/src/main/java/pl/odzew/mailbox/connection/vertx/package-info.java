/// Runs the rounds of the outage guard, and shows how it stands to whoever runs the service.
///
/// Receives from the start of the service that it runs; gives time to [pl.odzew.mailbox.connection.OutageRounds], and
/// what they see to the metrics.
@NullMarked
package pl.odzew.mailbox.connection.vertx;

import org.jspecify.annotations.NullMarked;
