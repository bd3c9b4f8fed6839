/// Keeps what is known of mailboxes and accounts, and the incidents.
///
/// Receives decisions from `intake.kafka` inside its transaction, and gives incidents to `delivery` and `alert.rest`.
@NullMarked
package pl.odzew.notification.alert.postgres;

import org.jspecify.annotations.NullMarked;
