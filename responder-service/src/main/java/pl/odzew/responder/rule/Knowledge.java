package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;

import pl.odzew.responder.hours.PublicHolidays;

/// What libraries know of words, languages and days.
public record Knowledge(BaseForms baseForms, LanguageGuess languages, PublicHolidays calendar) {

    public static final Knowledge NONE = new Knowledge(BaseForms.NONE, LanguageGuess.NONE, PublicHolidays.NONE);

    public Knowledge {
        requireNonNull(baseForms, "baseForms is null");
        requireNonNull(languages, "languages is null");
        requireNonNull(calendar, "calendar is null");
    }
}
