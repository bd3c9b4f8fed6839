package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The user: the value of the configured OIDC claim (by default `sub`, or an organisation).
public record SellerId(@JsonValue String value) {

    private static final int MAX_LENGTH = 255;

    @JsonCreator
    public SellerId {
        requireNonNull(value, "value is null");
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a seller id of 1 to " + MAX_LENGTH + " characters expected");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
