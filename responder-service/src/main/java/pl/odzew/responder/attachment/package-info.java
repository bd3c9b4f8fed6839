/// Files that a seller stores once and sends with replies.
///
/// Receives files from the seller; gives references to `rule` and bytes to the two senders.
@NullMarked
package pl.odzew.responder.attachment;

import org.jspecify.annotations.NullMarked;
