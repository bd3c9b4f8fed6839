package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.Login;

/// One message of a thread.
///
/// @param author absent where Allegro itself wrote
/// @param createdAt when it was written, which may lie days before it appears
public record Message(
        MessageId id,
        MessageStatus status,
        AuthorKind authorKind,
        @Nullable Login author,
        Instant createdAt,
        String text,
        @Nullable String subject,
        @Nullable String offerId,
        @Nullable String orderId) {

    public Message {
        requireNonNull(id, "id is null");
        requireNonNull(status, "status is null");
        requireNonNull(authorKind, "authorKind is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(text, "text is null");
    }

    public boolean isBy(Login login) {
        return author != null && author.isSameAs(login);
    }

    /// Whether it says the same, whatever became of line ends and outer spaces on the way.
    public boolean says(String words) {
        return normalised(text).equals(normalised(words));
    }

    private static String normalised(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /// Says which message, not what it says.
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
