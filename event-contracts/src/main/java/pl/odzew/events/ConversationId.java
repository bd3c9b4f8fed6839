package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A conversation of one buyer with one seller, a digest of what names it at the provider.
public record ConversationId(@JsonValue String value) {

    private static final int MAX_LENGTH = 64;

    @JsonCreator
    public ConversationId {
        requireNonNull(value, "value is null");
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a conversation id of 1 to " + MAX_LENGTH + " characters expected");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
