/// Where and how a seller is written to.
///
/// Receives what notification-service tells; gives it to the page, and the seller's wishes back.
@NullMarked
package pl.odzew.portal.contact;

import org.jspecify.annotations.NullMarked;
