/// Rules as the JSON that sellers send and the database keeps.
///
/// Receives documents; gives `rule` values, or says which field is wrong and which text Allegro may not like.
@NullMarked
package pl.odzew.responder.rule.document;

import org.jspecify.annotations.NullMarked;
