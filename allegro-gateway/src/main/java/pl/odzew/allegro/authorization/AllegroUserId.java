package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

/// Allegro's number of a user, which outlives a change of the login.
public record AllegroUserId(String value) {

    public AllegroUserId {
        requireNonNull(value, "value is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a user id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
