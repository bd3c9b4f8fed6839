/// Writes the mail with the link by which an address is proved.
///
/// Receives an address from the queue of mails; gives a letter to `delivery`.
@NullMarked
package pl.odzew.notification.verification.letter;

import org.jspecify.annotations.NullMarked;
