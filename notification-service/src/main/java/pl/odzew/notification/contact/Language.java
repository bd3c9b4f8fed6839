package pl.odzew.notification.contact;

import java.util.Locale;

/// A language in which Odzew can write to a seller.
public enum Language {
    PL,
    EN;

    public Locale locale() {
        return Locale.of(name().toLowerCase(Locale.ROOT));
    }
}
