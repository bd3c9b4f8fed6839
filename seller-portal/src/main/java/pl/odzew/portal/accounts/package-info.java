/// A seller's Allegro accounts: linking them, and linking again where Allegro refuses.
///
/// Receives what allegro-gateway tells, and the seller who comes back from Allegro; gives pages.
@NullMarked
package pl.odzew.portal.accounts;

import org.jspecify.annotations.NullMarked;
