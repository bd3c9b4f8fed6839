/// Files over REST: stored by their seller, fetched by him and by the two senders.
///
/// Receives uploads; gives bytes.
@NullMarked
package pl.odzew.responder.attachment.rest;

import org.jspecify.annotations.NullMarked;
