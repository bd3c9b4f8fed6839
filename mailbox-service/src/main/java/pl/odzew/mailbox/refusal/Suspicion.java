package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.AuthFailure;

/// A doubtful refusal that is being confirmed; any success ends it.
///
/// @param failure what the seller will be told if it is confirmed
/// @param refusals how many spaced tries were refused so far
/// @param countedAt when the last of them was; absent where it was the first refusal
public record Suspicion(
        AuthFailure failure, int refusals, @Nullable Instant countedAt) {

    public Suspicion {
        requireNonNull(failure, "failure is null");
    }

    /// When the last refusal that counts was seen.
    public Instant last() {
        Instant counted = countedAt;
        return counted == null ? failure.firstRefusedAt() : counted;
    }

    /// What was counted is forgotten; the next refusal is the first again.
    public Suspicion anew(Instant now) {
        return new Suspicion(failure, 0, now);
    }
}
