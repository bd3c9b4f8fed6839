/// A second channel beside mail: a seller's own program is called, signed as Standard Webhooks have it.
///
/// Receives notifications by the database, in their transaction; gives calls to the address that the seller named.
@NullMarked
package pl.odzew.notification.webhook;

import org.jspecify.annotations.NullMarked;
