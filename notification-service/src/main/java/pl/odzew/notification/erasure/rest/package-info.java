/// A seller's data as `/api/v1/data`: a copy, and the end of them.
///
/// Receives requests of a signed-in seller; gives his copy, or the state of his request to be forgotten.
@NullMarked
package pl.odzew.notification.erasure.rest;

import org.jspecify.annotations.NullMarked;
