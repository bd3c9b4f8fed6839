/// Rules and working hours in the database, and in memory as long as nobody has changed them.
///
/// Receives documents from the REST resources; gives values to the desks.
@NullMarked
package pl.odzew.responder.rule.postgres;

import org.jspecify.annotations.NullMarked;
