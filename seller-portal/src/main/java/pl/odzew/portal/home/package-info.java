/// What needs the seller, and what happened today.
///
/// Receives the parts of the other features; gives what stands first on the first page.
@NullMarked
package pl.odzew.portal.home;

import org.jspecify.annotations.NullMarked;
