package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A CloudEvents `id`: deterministic for what can be read again, random for what happens once.
public record EventId(@JsonValue String value) {

    private static final int MAX_LENGTH = 64;

    @JsonCreator
    public EventId {
        requireNonNull(value, "value is null");
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an event id of 1 to " + MAX_LENGTH + " characters expected");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
