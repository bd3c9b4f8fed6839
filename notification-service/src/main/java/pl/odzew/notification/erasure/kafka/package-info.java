/// Reads `seller.events`: forgets the seller here when it is asked for, and notes which services have done so.
///
/// Receives events; gives the answer of this service to the outbox, in the transaction of the deletion.
@NullMarked
package pl.odzew.notification.erasure.kafka;

import org.jspecify.annotations.NullMarked;
