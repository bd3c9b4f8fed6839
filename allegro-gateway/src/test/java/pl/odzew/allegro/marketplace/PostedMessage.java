package pl.odzew.allegro.marketplace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it stands in a thread.
///
/// @param author a login; absent where Allegro itself wrote without one
/// @param attachments the names of its files
/// @param buyer the login of the buyer whose thread it is
public record PostedMessage(
        String threadId,
        String messageId,
        String buyer,
        @Nullable String author,
        WrittenBy by,
        String text,
        String status,
        Instant createdAt,
        List<String> attachments) {

    public PostedMessage {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
