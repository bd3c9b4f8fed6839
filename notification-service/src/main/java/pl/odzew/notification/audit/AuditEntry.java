package pl.odzew.notification.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change.
///
/// @param actor the person by the token's `sub`, or `mailed link`
/// @param action what was done, such as `contact.language-changed`
/// @param subject what it was done to
public record AuditEntry(
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String detail) {

    /// The actor who came by a link in a mail and did not sign in.
    public static final String MAILED_LINK = "mailed link";

    public AuditEntry {
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
    }
}
