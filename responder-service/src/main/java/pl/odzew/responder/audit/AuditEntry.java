package pl.odzew.responder.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// One change.
///
/// @param actor the person, by the token's own name for him
/// @param subject what was changed, as a path below `/api/v1`
/// @param detail never a buyer's words or a secret
public record AuditEntry(
        SellerId sellerId,
        Instant at,
        String actor,
        Action action,
        String subject,
        @Nullable String detail) {

    /// What was done.
    public enum Action {
        TARGET_CHANGED,
        WAITING_BUYERS_ANSWERED,
        RULES_CHANGED,
        WORKING_HOURS_CHANGED,
        STOPPED,
        RELEASED,
        ATTACHMENT_STORED,
        ATTACHMENT_REMOVED,
        TRIAL_SENT
    }

    public AuditEntry {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
    }
}
