/// Hands letters to the operator's mail server.
///
/// Receives letters from `dispatch`; gives mails to Quarkus's mailer, and says whether the server
/// took them.
@NullMarked
package pl.odzew.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
