package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

/// Whose servers a mailbox signs in to, for whatever counts or paces sign-ins: the provider's name, or at any other
/// host the name of that host.
public record ProviderKey(String value) {

    public ProviderKey {
        requireNonNull(value, "value is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a provider has a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
