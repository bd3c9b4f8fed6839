/// Mails to sellers: whether one is still wanted when it is due, and when it is tried again.
///
/// Receives incidents from `alert`, and gives letters to the mail server by the port [Postman].
@NullMarked
package pl.odzew.notification.delivery;

import org.jspecify.annotations.NullMarked;
