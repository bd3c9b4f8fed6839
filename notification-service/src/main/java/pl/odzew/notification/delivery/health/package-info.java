/// Whether mails leave.
///
/// Receives the state of the queue from the database; gives it to the health page.
@NullMarked
package pl.odzew.notification.delivery.health;

import org.jspecify.annotations.NullMarked;
