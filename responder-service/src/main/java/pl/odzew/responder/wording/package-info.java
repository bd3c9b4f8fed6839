/// What a reply says: texts with placeholders, in several languages, and what is wrong with a text.
///
/// Receives the seller's words; gives `rule` and `settings` texts that are checked, and `decision` texts that are
/// filled.
@NullMarked
package pl.odzew.responder.wording;

import org.jspecify.annotations.NullMarked;
