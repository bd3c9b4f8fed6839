package pl.odzew.responder.settings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// The seller's answer to "these buyers have waited: answer them?", asked when an account is linked.
///
/// It holds for all that was written before it, also for what is read only afterwards, so that the seller
/// is asked once.
public record BacklogAnswer(boolean yes, Instant at) {

    public BacklogAnswer {
        requireNonNull(at, "at is null");
    }
}
