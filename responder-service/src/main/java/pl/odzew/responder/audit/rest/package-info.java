/// What was changed, over REST.
///
/// Receives requests; shows entries.
@NullMarked
package pl.odzew.responder.audit.rest;

import org.jspecify.annotations.NullMarked;
