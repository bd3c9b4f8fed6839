/// Who changed what for a seller, and what operators did.
///
/// Receives entries in the transaction of the change; gives them to the seller and to operators.
@NullMarked
package pl.odzew.notification.audit;

import org.jspecify.annotations.NullMarked;
