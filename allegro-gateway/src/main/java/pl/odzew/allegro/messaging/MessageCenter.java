package pl.odzew.allegro.messaging;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Secret;

/// One place where messages are written, for whoever holds a seller's access token.
///
/// The stages fail with [pl.odzew.allegro.client.AllegroException] and end within the adapter's own time
/// limit. Each call is one request to Allegro.
public interface MessageCenter {

    Place place();

    /// The most that a message may hold, in UTF-16 units, which is the strictest way of counting.
    int longestText();

    /// @param page where an earlier page ended; absent for the first
    CompletionStage<Page<ThreadSummary>> threads(Secret access, @Nullable String page);

    /// Newest first, as far as Allegro keeps to that.
    CompletionStage<Page<Message>> messages(Secret access, ThreadId thread, @Nullable String page);

    /// Writes into the thread; at most once a second for each seller. There is no idempotency key.
    CompletionStage<Message> post(Secret access, ThreadId thread, String text, List<AttachmentId> attachments);

    /// One message as it is now.
    ///
    /// Where Allegro shows single messages only with their thread, the stage ends with null: nothing is
    /// known.
    CompletionStage<@Nullable Message> message(Secret access, MessageId message);

    /// Hides the thread from the unread ones; does nothing where there is no such mark.
    CompletionStage<Void> markAsRead(Secret access, ThreadId thread);

    /// Announces a file; it must be uploaded before a message may name it (#9124).
    CompletionStage<DeclaredAttachment> declare(Secret access, String fileName, long size);

    CompletionStage<Void> upload(Secret access, DeclaredAttachment attachment, String mediaType, byte[] content);
}
