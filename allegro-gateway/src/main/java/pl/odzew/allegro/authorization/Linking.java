package pl.odzew.allegro.authorization;

import java.time.Duration;

/// How an attempt to link ended.
public sealed interface Linking {

    /// @param first whether the account was not known before
    record Linked(LinkedAccount account, boolean first) implements Linking {}

    /// No such state, used already, or another seller's: the seller begins again.
    record StateUnknown() implements Linking {}

    record StateExpired() implements Linking {}

    /// The seller has not said yes at the other device so far.
    ///
    /// @param againAfter when to ask again
    record Waiting(Duration againAfter) implements Linking {}

    /// Allegro did not take the code, mostly because its ten seconds were over.
    record CodeRefused(String serverWords) implements Linking {}

    /// Another seller of Odzew has linked this Allegro account.
    record BelongsToAnother() implements Linking {}

    record AllegroUnavailable(String what) implements Linking {}
}
