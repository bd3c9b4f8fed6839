package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// Google's OAuth, where the operator registered a client with Google; off otherwise.
public interface GoogleSignIn {

    boolean isOffered();

    /// Where the seller agrees. Comes back to the operator's page with `code` and `state`.
    ///
    /// @param verifier of PKCE (RFC 7636); only its digest is shown
    /// @param hint the address that Google proposes
    URI authorization(String state, Secret verifier, @Nullable MailAddress hint);

    /// Takes the code of a consent, once. Never fails.
    CompletionStage<Exchange> exchange(String code, Secret verifier);

    /// A token with which a mail server may be asked for an hour. Never fails.
    CompletionStage<Refreshing> refresh(Secret refreshToken);

    /// How a code was taken.
    sealed interface Exchange {

        /// @param address whose consent it is, as Google says
        record Granted(MailAddress address, Secret refreshToken) implements Exchange {}

        /// The seller agreed to less than mail needs, or Google no longer knows the code.
        record NotGranted(String words) implements Exchange {}

        record Unavailable(String what) implements Exchange {}
    }

    /// How a token was renewed.
    sealed interface Refreshing {

        record Fresh(Secret accessToken, Instant until) implements Refreshing {
            public Fresh {
                requireNonNull(accessToken, "accessToken is null");
                requireNonNull(until, "until is null");
            }
        }

        /// The consent is gone: withdrawn, expired, or ended by a new password.
        record ConsentLost(String words) implements Refreshing {}

        record Unavailable(String what) implements Refreshing {}
    }
}
