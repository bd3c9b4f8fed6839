/// Takes events from Kafka and does what the policy says: incident and outgoing mail in the transaction
/// of the inbox.
///
/// Receives `mailbox.events` and `allegro.account.events`; gives incidents to `alert/postgres` and mails
/// to `delivery/postgres`.
@NullMarked
package pl.odzew.notification.intake.kafka;

import org.jspecify.annotations.NullMarked;
