package pl.odzew.responder.rule;

import java.util.Optional;
import pl.odzew.responder.wording.Language;

/// In which language a text is written.
@FunctionalInterface
public interface LanguageGuess {

    LanguageGuess NONE = _ -> Optional.empty();

    /// Empty where a text is too short or too mixed to tell.
    Optional<Language> of(String text);
}
