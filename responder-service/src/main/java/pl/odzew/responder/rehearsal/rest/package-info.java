/// Rehearsals over REST.
///
/// Receives rules that are not saved; shows what they would have done.
@NullMarked
package pl.odzew.responder.rehearsal.rest;

import org.jspecify.annotations.NullMarked;
