package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// A user's name at Allegro, as Allegro writes it at the moment: `Client:1` and `client:1` are the same person.
public record Login(String value) {

    public Login {
        requireNonNull(value, "value is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a login is not blank");
        }
    }

    public boolean isSameAs(Login other) {
        return value.equalsIgnoreCase(other.value);
    }

    public String lowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }
}
