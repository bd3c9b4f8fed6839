/// Working hours as the JSON that sellers send and the database keeps.
///
/// Receives documents; gives `hours` values, or says which field is wrong.
@NullMarked
package pl.odzew.responder.hours.document;

import org.jspecify.annotations.NullMarked;
