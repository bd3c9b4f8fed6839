package pl.odzew.responder.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages in which buyers of Allegro's markets write and sellers answer.
public enum Language {
    PL,
    EN,
    CS,
    SK,
    HU,
    UK,
    DE;

    /// ISO 639-1.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
