/// A seller's mailboxes: how each of them is, and what needs the seller.
///
/// Receives what mailbox-service tells; gives it to the pages, the most urgent first.
@NullMarked
package pl.odzew.portal.mailboxes;

import org.jspecify.annotations.NullMarked;
