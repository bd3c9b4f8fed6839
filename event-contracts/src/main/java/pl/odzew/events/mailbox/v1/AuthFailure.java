package pl.odzew.events.mailbox.v1;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal that the seller must act on.
///
/// @param serverWords what the server said, as it said it, without tag and control characters; at most 1,000 characters
/// @param helpUrl the page that the server itself named, if it named one
/// @param firstRefusedAt the first refusal of this credential, which may lie before the one that made it certain
/// @param remedies those that fit the reason, best first; never empty
public record AuthFailure(
        AuthFailureReason reason,
        MailProtocol protocol,
        String serverWords,
        @Nullable URI helpUrl,
        Instant firstRefusedAt,
        List<Remedy> remedies) {

    public AuthFailure {
        requireNonNull(reason, "reason is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(serverWords, "serverWords is null");
        requireNonNull(firstRefusedAt, "firstRefusedAt is null");
        remedies = List.copyOf(remedies);
    }
}
