/// Where and in which language a seller is written to, and what he wants to be written.
///
/// Receives choices and addresses from the seller, and the address to fall back on from his mailboxes; gives them to
/// those who write to him.
@NullMarked
package pl.odzew.notification.contact;

import org.jspecify.annotations.NullMarked;
