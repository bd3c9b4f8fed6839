/// A seller's own data: a copy, and their end.
///
/// Receives what the services keep; gives it to the seller as a file.
@NullMarked
package pl.odzew.portal.data;

import org.jspecify.annotations.NullMarked;
