/// Targets in the database.
///
/// Receives targets from `answering` and gives them back to it and to the REST resources.
@NullMarked
package pl.odzew.responder.settings.postgres;

import org.jspecify.annotations.NullMarked;
