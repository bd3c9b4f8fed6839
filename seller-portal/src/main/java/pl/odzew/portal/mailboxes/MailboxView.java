package pl.odzew.portal.mailboxes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.guide.Way;

/// A mailbox as mailbox-service tells of it; members that an older one does not know are absent.
///
/// @param atRisk whether the password is one that Google may refuse any day
public record MailboxView(
        String id,
        String address,
        String provider,
        String status,
        Instant statusSince,
        @Nullable String credentialShape,
        @Nullable Instant lastMailSeenAt,
        @Nullable LastError lastError,
        @Nullable Failure failure,
        @Nullable Boolean atRisk,
        @Nullable List<String> warnings,
        @Nullable Servers servers) {

    /// What is wrong with it.
    public record LastError(
            String reason,
            @Nullable String serverWords,
            @Nullable Instant at,
            @Nullable List<String> remedies) {}

    /// What the server said when it refused the password.
    public record Failure(
            String reason,
            @Nullable String protocol,
            @Nullable String serverWords,
            @Nullable URI helpUrl,
            @Nullable Instant firstRefusedAt,
            @Nullable List<String> remedies) {}

    /// Where it is read and where it sends.
    public record Servers(
            @Nullable ServerAddress imap, @Nullable ServerAddress smtp) {}

    public record ServerAddress(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security) {}

    private static final String GMAIL = "GMAIL";
    private static final String AUTH_FAILED = "AUTH_FAILED";
    private static final String SUSPECT = "SUSPECT";

    /// Whether buyers are not answered until the seller does something.
    public boolean isBroken() {
        return status.equals(AUTH_FAILED);
    }

    public boolean isSuspect() {
        return status.equals(SUSPECT);
    }

    public boolean isUnreachable() {
        return status.equals("UNREACHABLE");
    }

    public boolean isPaused() {
        return status.equals("PAUSED");
    }

    public boolean isOk() {
        return status.equals("OK");
    }

    public boolean isGmail() {
        return provider.equals(GMAIL);
    }

    /// At Gmail only an app password or a sign-in with Google is safe from the next change.
    public boolean isAtRisk() {
        if (isBroken()) {
            return false;
        }
        return atRisk != null ? atRisk : isGmail() && "OTHER".equals(credentialShape);
    }

    /// How urgent it is, for a list that begins with what needs the seller.
    public int urgency() {
        if (isBroken()) {
            return 0;
        }
        if (isSuspect() || isUnreachable()) {
            return 1;
        }
        return isAtRisk() ? 2 : 3;
    }

    /// As the sheet calls its colour.
    public String tone() {
        return switch (urgency()) {
            case 0 -> "bad";
            case 1, 2 -> "warn";
            default -> isOk() ? "good" : "";
        };
    }

    /// What keeps a mailbox at risk from being locked.
    public Way riskWay() {
        return Way.APP_PASSWORD;
    }

    /// Why it is refused; absent where it is not.
    public @Nullable Refusal refused() {
        if (failure != null) {
            return new Refusal(
                    failure.reason(),
                    failure.serverWords(),
                    failure.firstRefusedAt(),
                    failure.remedies(),
                    failure.helpUrl());
        }
        return lastError == null || isUnreachable()
                ? null
                : new Refusal(lastError.reason(), lastError.serverWords(), lastError.at(), lastError.remedies(), null);
    }
}
