package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

/// A token or a verifier. Nothing that prints it shows it; only whoever hands it to Allegro reveals it.
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = requireNonNull(value, "value is null");
    }

    /// The secret in clear; never to be kept, logged or put into an exception.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
