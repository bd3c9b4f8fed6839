package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One Allegro login that a seller linked; ours, not Allegro's user id.
public record AccountId(@JsonValue UUID value) {

    public AccountId {
        requireNonNull(value, "value is null");
    }

    /// Reads the canonical form; throws [IllegalArgumentException] for anything else.
    @JsonCreator
    public static AccountId of(String value) {
        return new AccountId(UUID.fromString(value));
    }

    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
