package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

/// Allegro's name of a message, the same for ever.
public record MessageId(String value) {

    public MessageId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
