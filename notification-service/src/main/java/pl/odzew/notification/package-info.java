/// notification-service: tells sellers when a mailbox or an Allegro account is locked out, with the way out.
///
/// The events of mailbox-service and allegro-gateway become incidents, and the incidents become mails.
@NullMarked
package pl.odzew.notification;

import org.jspecify.annotations.NullMarked;
