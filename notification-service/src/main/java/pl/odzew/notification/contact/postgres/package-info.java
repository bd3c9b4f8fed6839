/// Keeps the language that a seller chose, and finds his address among his mailboxes.
///
/// Receives the choice from `rest`; gives the contact back to it, and to the delivery the language in
/// which to write.
@NullMarked
package pl.odzew.notification.contact.postgres;

import org.jspecify.annotations.NullMarked;
