package pl.odzew.responder.rule;

import java.util.Set;

/// Base forms of an inflected word: *faktur* and *fakturze* are forms of *faktura*.
@FunctionalInterface
public interface BaseForms {

    /// Knows no inflection; each word is its own base form.
    BaseForms NONE = _ -> Set.of();

    /// @param word in lower case
    /// @return in lower case, several where the word may be a form of several; empty for a word that is not known
    Set<String> of(String word);
}
