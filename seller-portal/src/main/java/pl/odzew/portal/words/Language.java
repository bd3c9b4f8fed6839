package pl.odzew.portal.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language in which the pages speak.
public enum Language {
    POLISH("pl"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// As HTML's `lang` has it.
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /// The first of the reader's languages that the pages speak; Polish where they speak none of them.
    ///
    /// @param wanted best first
    public static Language best(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(POLISH);
    }
}
