package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Mailbox;

/// A mailbox as its seller sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailboxView(
        MailboxId id,
        MailAddress address,
        MailProvider provider,
        MailboxStatus status,
        Instant statusSince,
        CredentialShape credentialShape,
        @Nullable Instant lastMailSeenAt,
        @Nullable LastError lastError) {

    /// What is wrong with it.
    ///
    /// @param reason an `AuthFailureReason`, or `UNREACHABLE`
    record LastError(String reason, String serverWords, Instant at, List<Remedy> remedies) {}

    static MailboxView of(Mailbox mailbox, @Nullable Instant lastMailSeenAt) {
        Condition condition = mailbox.condition();
        return new MailboxView(
                mailbox.id(),
                mailbox.address(),
                mailbox.provider(),
                condition.status(),
                condition.since(),
                mailbox.shape(),
                lastMailSeenAt,
                mailbox.trouble().map(MailboxView::error).orElse(null));
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
