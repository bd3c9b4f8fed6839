package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.mailbox.v1.AuthFailure;

/// A doubtful refusal that is being confirmed; any success ends it.
///
/// @param failure what the seller will be told if it is confirmed
/// @param refusals how many spaced tries were refused so far
public record Suspicion(AuthFailure failure, int refusals) {

    public Suspicion {
        requireNonNull(failure, "failure is null");
    }
}
