/// Files in the database.
///
/// Receives files from the REST leaf and gives them back; gives references to the rules.
@NullMarked
package pl.odzew.responder.attachment.postgres;

import org.jspecify.annotations.NullMarked;
