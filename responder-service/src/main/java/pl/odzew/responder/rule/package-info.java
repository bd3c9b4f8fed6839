/// The seller's rules: which messages get which text, which are left in silence, and how often and how soon.
///
/// Receives what the seller set; gives `decision` the first rule that fits a message. What a word's base forms
/// are and in which language a text is written is told by libraries behind [BaseForms] and [LanguageGuess].
@NullMarked
package pl.odzew.responder.rule;

import org.jspecify.annotations.NullMarked;
