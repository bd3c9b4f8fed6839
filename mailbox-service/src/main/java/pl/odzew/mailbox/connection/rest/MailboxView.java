package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Servers;

/// A mailbox as its seller sees it.
///
/// @param servers absent where they are those of the provider
/// @param user what it signs in as, where that is not the address
/// @param failure what the server says against its password, while it is doubted or refused
/// @param lastError what is wrong with it, also where nobody speaks against the password
/// @param atRisk at Gmail, a password that does not look like an app password: Google may refuse it any day
/// @param warnings what may keep it from being of use
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mailbox", example = """
                {"id": "6f6f3f0e-6a1c-4f7e-9b43-0a5b4f6f1f11",
                 "address": "anna@gmail.com",
                 "provider": "GMAIL",
                 "status": "AUTH_FAILED",
                 "statusSince": "2026-11-23T12:00:00Z",
                 "credentialShape": "OTHER",
                 "atRisk": true,
                 "lastMailSeenAt": "2026-11-23T11:58:00Z",
                 "failure": {"reason": "APP_PASSWORD_REQUIRED", "protocol": "IMAP",
                             "serverWords": "NO [ALERT] Application-specific password required (Failure)",
                             "helpUrl": "https://support.google.com/accounts/answer/185833",
                             "firstRefusedAt": "2026-11-23T12:00:00Z",
                             "remedies": ["APP_PASSWORD", "VERSION_3"]},
                 "warnings": ["ADDRESS_NOT_AT_ALLEGRO"]}
                """)
record MailboxView(
        MailboxId id,
        MailAddress address,
        MailProvider provider,
        @Nullable Servers servers,
        @Nullable String user,
        MailboxStatus status,
        Instant statusSince,
        CredentialShape credentialShape,
        boolean atRisk,
        @Nullable Instant lastMailSeenAt,
        @Nullable Failure failure,
        @Nullable LastError lastError,
        List<Warning> warnings) {

    /// What is wrong with it.
    ///
    /// @param reason an `AuthFailureReason`, or `UNREACHABLE`
    record LastError(String reason, String serverWords, Instant at, List<Remedy> remedies) {}

    /// What the server says against its password.
    ///
    /// @param reason an `AuthFailureReason`
    /// @param helpUrl the page that the server itself named
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(
            String reason,
            MailProtocol protocol,
            String serverWords,
            @Nullable URI helpUrl,
            Instant firstRefusedAt,
            List<Remedy> remedies) {

        static Failure of(AuthFailure failure) {
            return new Failure(
                    failure.reason().name(),
                    failure.protocol(),
                    failure.serverWords(),
                    failure.helpUrl(),
                    failure.firstRefusedAt(),
                    failure.remedies());
        }
    }

    /// What may keep a mailbox from being of use.
    enum Warning {
        /// No Allegro account that the seller linked has this address: Allegro refuses its mail.
        ADDRESS_NOT_AT_ALLEGRO
    }

    /// @param isAtAllegro whether a linked account has the address, or nothing is known of that
    static MailboxView of(Mailbox mailbox, @Nullable Instant lastMailSeenAt, boolean isAtAllegro) {
        Condition condition = mailbox.condition();
        return new MailboxView(
                mailbox.id(),
                mailbox.address(),
                mailbox.provider(),
                mailbox.settings().servers(),
                mailbox.settings().user(),
                condition.status(),
                condition.since(),
                mailbox.shape(),
                mailbox.isAtRisk(),
                lastMailSeenAt,
                mailbox.failure().map(Failure::of).orElse(null),
                mailbox.trouble().map(MailboxView::error).orElse(null),
                isAtAllegro ? List.of() : List.of(Warning.ADDRESS_NOT_AT_ALLEGRO));
    }

    private static LastError error(Condition.Troubled trouble) {
        return switch (trouble) {
            case Condition.Suspect suspect -> error(suspect.suspicion().failure());
            case Condition.AuthFailed failed -> error(failed.failure());
            case Condition.Unreachable unreachable ->
                new LastError(
                        MailboxStatus.UNREACHABLE.name(), unreachable.lastError(), unreachable.since(), List.of());
        };
    }

    private static LastError error(AuthFailure failure) {
        return new LastError(
                failure.reason().name(), failure.serverWords(), failure.firstRefusedAt(), failure.remedies());
    }
}
