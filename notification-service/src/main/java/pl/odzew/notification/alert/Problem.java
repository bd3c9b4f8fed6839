package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;

/// Why a server lets us in no longer.
public sealed interface Problem {

    /// What the server said, as it said it.
    String serverWords();

    /// When it first refused.
    Instant since();

    /// Whether only a new credential of the seller's can end it, as far as the server's words tell.
    boolean endsOnlyByNewCredential();

    /// Whether this is the trouble that the seller has been told of already.
    boolean isSameAs(Problem other);

    /// A mail server refuses the saved credential.
    ///
    /// @param credentialVersion which of the saved credentials; a new one that fails is a new problem
    /// @param helpUrl the page that the server itself named
    /// @param remedies best first
    record MailboxRefused(
            MailProvider provider,
            long credentialVersion,
            AuthFailureReason reason,
            String serverWords,
            @Nullable URI helpUrl,
            Instant since,
            List<Remedy> remedies)
            implements Problem {

        public MailboxRefused {
            requireNonNull(provider, "provider is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(serverWords, "serverWords is null");
            requireNonNull(since, "since is null");
            remedies = List.copyOf(remedies);
        }

        @Override
        public boolean isSameAs(Problem other) {
            return other instanceof MailboxRefused refused && refused.credentialVersion == credentialVersion;
        }

        @Override
        public boolean endsOnlyByNewCredential() {
            return switch (reason) {
                case APP_PASSWORD_REQUIRED,
                        METHOD_DISABLED,
                        PASSWORD_EXPIRED,
                        CREDENTIALS_REFUSED,
                        UNEXPLAINED,
                        OAUTH_CONSENT_LOST -> true;
                case WEB_LOGIN_REQUIRED, IMAP_DISABLED, IMAP_DISABLED_BY_ADMIN, CONTACT_ADMIN -> false;
            };
        }
    }

    /// Allegro refuses to let us act for the account; the way out is to link it again.
    record AccountRefused(AccountAuthFailureReason reason, String serverWords, Instant since) implements Problem {

        public AccountRefused {
            requireNonNull(reason, "reason is null");
            requireNonNull(serverWords, "serverWords is null");
            requireNonNull(since, "since is null");
        }

        @Override
        public boolean isSameAs(Problem other) {
            return other instanceof AccountRefused;
        }

        @Override
        public boolean endsOnlyByNewCredential() {
            return true;
        }
    }
}
