package pl.odzew.allegro.messaging;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;

/// Allegro's Message Center, for whoever holds a seller's access token.
///
/// The stages fail with [pl.odzew.allegro.client.AllegroException] and end within the adapter's own time limit.
public interface MessageCenter {

    /// @param page where an earlier page ended; absent for the newest
    CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page);

    CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page);

    /// Writes into the thread; at most one in a second for each seller, 2000 characters. There is no idempotency key.
    CompletionStage<Message> post(Secret access, ThreadId thread, String text);
}
