/// Takes events from Kafka and does what the policy says: incident and outgoing mail in the transaction of the inbox.
@NullMarked
package pl.odzew.notification.intake.kafka;

import org.jspecify.annotations.NullMarked;
