package pl.odzew.notification.delivery;

import java.util.concurrent.CompletionStage;

/// Hands a letter to the mail server.
public interface Postman {

    /// Ends when the server has accepted the letter; fails with [PostingException].
    CompletionStage<Void> post(Letter letter);
}
