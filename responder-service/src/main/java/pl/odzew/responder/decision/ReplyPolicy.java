package pl.odzew.responder.decision;

import java.time.Duration;
import java.time.Instant;

/// The installation's limits.
///
/// @param ageLimit a message older than this is not answered, and a reply not sent by then expires
/// @param buyerWindow at most one answer to a buyer within this time, for sellers who have set no other
public record ReplyPolicy(Duration ageLimit, Duration buyerWindow) {

    /// As FreeScout's loop breaker has it.
    static final Duration LOOP_WINDOW = Duration.ofMinutes(180);

    static final int LOOP_LIMIT = 10;

    public ReplyPolicy {
        if (!ageLimit.isPositive() || !buyerWindow.isPositive()) {
            throw new IllegalArgumentException("positive durations expected");
        }
    }

    public Instant expiryOf(Instant receivedAt) {
        return receivedAt.plus(ageLimit);
    }

    /// How far back a buyer's history must reach for a decision at `now`.
    ///
    /// @param window the seller's
    public static Instant historyStart(Duration window, Instant now) {
        return now.minus(window.compareTo(LOOP_WINDOW) > 0 ? window : LOOP_WINDOW);
    }
}
