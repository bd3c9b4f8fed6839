package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;

/// Guesses from an address where its mailbox is. What the seller says himself counts more.
public interface ServerFinder {

    /// Never fails; empty where nothing is known.
    CompletionStage<Optional<Found>> find(MailAddress address);

    /// @param servers absent where they are those of the provider's preset
    record Found(MailProvider provider, @Nullable Servers servers, Source source) {
        public Found {
            requireNonNull(provider, "provider is null");
            requireNonNull(source, "source is null");
        }
    }

    /// How it is known.
    enum Source {
        /// The address's domain is one of the provider's.
        DOMAIN,
        /// The domain names its servers itself (RFC 6186).
        DNS_SRV,
        /// The provider takes in the domain's mail.
        DNS_MX
    }
}
