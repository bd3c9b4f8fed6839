/// Deletes all of a seller in one transaction, with the events that tell of it.
///
/// Receives requests from `kafka`; gives tombstones and `seller.erasure-done` through the outbox.
@NullMarked
package pl.odzew.allegro.erasure.postgres;

import org.jspecify.annotations.NullMarked;
