/// Keeps the language that a seller chose, and finds his address among his mailboxes.
@NullMarked
package pl.odzew.notification.contact.postgres;

import org.jspecify.annotations.NullMarked;
