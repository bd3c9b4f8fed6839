/// Hands letters to the operator's mail server.
@NullMarked
package pl.odzew.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
