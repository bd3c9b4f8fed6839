package pl.odzew.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One reply that was decided: the same through every attempt to send it.
public record ReplyId(@JsonValue UUID value) {

    public ReplyId {
        requireNonNull(value, "value is null");
    }

    /// Reads the canonical form; throws [IllegalArgumentException] for anything else.
    @JsonCreator
    public static ReplyId of(String value) {
        return new ReplyId(UUID.fromString(value));
    }

    public static ReplyId random() {
        return new ReplyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
