/// Who changed what for the seller.
///
/// Receives each service's record; gives one list, newest first.
@NullMarked
package pl.odzew.portal.audit;

import org.jspecify.annotations.NullMarked;
