package pl.odzew.mailbox.connection;

import java.util.Map;
import java.util.Optional;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Where each known provider's servers are, as the operator configured it.
public record Presets(Map<MailProvider, Servers> byProvider) {

    public Presets {
        byProvider = Map.copyOf(byProvider);
    }

    /// Empty for a provider of which nothing is known; a mailbox cannot be connected there.
    public Optional<Servers> of(MailProvider provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }

    /// The mailbox's own servers, else those of its provider.
    public Optional<Servers> of(Mailbox mailbox) {
        return Optional.ofNullable(mailbox.settings().servers()).or(() -> of(mailbox.provider()));
    }
}
