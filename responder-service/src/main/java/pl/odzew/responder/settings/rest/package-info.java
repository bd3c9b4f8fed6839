/// The seller's settings over REST.
///
/// Receives requests; gives changes to the seller's desk, and shows targets.
@NullMarked
package pl.odzew.responder.settings.rest;

import org.jspecify.annotations.NullMarked;
