package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

/// A thread of the Message Center: one for each pair of users, used for years.
public record ThreadId(String value) {

    public ThreadId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
