/// Forgetting a seller who asked for it.
///
/// Receives `seller.erasure-requested` by `kafka`; gives `seller.erasure-done` and tombstones when all is deleted.
@NullMarked
package pl.odzew.allegro.erasure;

import org.jspecify.annotations.NullMarked;
