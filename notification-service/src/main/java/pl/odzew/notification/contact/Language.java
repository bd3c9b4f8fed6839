package pl.odzew.notification.contact;

import java.util.Locale;

/// A language in which a seller can be written to.
public enum Language {
    PL,
    EN,
    CS,
    SK,
    HU;

    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
