/// The autoresponder: which version answers for which mailbox or account, with what words, and when.
///
/// Receives the seller's will from the pages; gives it to responder-service.
@NullMarked
package pl.odzew.portal.autoresponder;

import org.jspecify.annotations.NullMarked;
