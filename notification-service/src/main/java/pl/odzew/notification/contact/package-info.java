/// Where and in which language a seller is written to.
///
/// Receives the language from the seller and the address from his mailboxes; gives both to `delivery`.
@NullMarked
package pl.odzew.notification.contact;

import org.jspecify.annotations.NullMarked;
