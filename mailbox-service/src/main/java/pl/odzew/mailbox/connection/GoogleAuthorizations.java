package pl.odzew.mailbox.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.SellerId;

/// Remembers who was sent to Google, so that what comes back is taken from him alone, once, and soon.
public interface GoogleAuthorizations {

    CompletionStage<Void> begin(String state, SellerId seller, Secret verifier, Instant until);

    /// The verifier; empty where this seller was not sent with this state, or came back before, or too late.
    CompletionStage<Optional<Secret>> end(String state, SellerId seller, Instant now);
}
