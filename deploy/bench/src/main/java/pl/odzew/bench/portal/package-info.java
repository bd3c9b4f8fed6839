/// How quick the seller's pages are.
///
/// Receives an installation of its own with everything in it; gives the time of each page as a browser waits for it.
@NullMarked
package pl.odzew.bench.portal;

import org.jspecify.annotations.NullMarked;
