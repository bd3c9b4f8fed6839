package pl.odzew.allegro.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// One change.
///
/// @param actor the person by the token's own name for him, or [#ALLEGRO]
/// @param subject what was changed, as a path below `/api/v1`
/// @param detail never a buyer's words or a secret
public record AuditEntry(
        SellerId sellerId,
        Instant at,
        String actor,
        Action action,
        String subject,
        @Nullable String detail) {

    /// For what happened by itself.
    public static final String ALLEGRO = "Allegro";

    /// What was done.
    public enum Action {
        ACCOUNT_LINKED,
        ACCOUNT_LINKED_AGAIN,
        ACCOUNT_FAILED,
        ACCOUNT_PROFILE_CHANGED,
        ACCOUNT_UNLINKED
    }

    public AuditEntry {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(at, "at is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
    }
}
