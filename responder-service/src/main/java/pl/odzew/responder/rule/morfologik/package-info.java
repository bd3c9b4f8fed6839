/// Polish inflection by the library Morfologik and its dictionary.
///
/// Receives a word; answers its base forms.
@NullMarked
package pl.odzew.responder.rule.morfologik;

import org.jspecify.annotations.NullMarked;
