/// What was changed for a seller, when and by whom.
///
/// Receives an entry from each resource that changes something, in the transaction of the change; gives them to the
/// seller.
@NullMarked
package pl.odzew.responder.audit;

import org.jspecify.annotations.NullMarked;
