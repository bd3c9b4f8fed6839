package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// A password or token. Nothing that prints it shows it; only whoever hands it to a server reveals it.
public final class Secret {

    private static final String REDACTED = "Secret[redacted]";

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
        return REDACTED;
    }
}
