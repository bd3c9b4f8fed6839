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

    /// Whether it comes from the seller's side, however it was written: on Allegro's pages, by mail, by a
    /// program.
    public boolean isOf(Login seller) {
        return switch (authorKind) {
            case SELLER -> true;
            case PERSON, ALLEGRO, UNKNOWN -> isBy(seller);
            case INTERLOCUTOR -> false;
        };
    }

    /// Whether a buyer wrote it whom one can name and answer; only asked of what is not the seller's.
    public boolean isABuyers() {
        return switch (authorKind) {
            case PERSON, INTERLOCUTOR -> author != null;
            case SELLER, ALLEGRO, UNKNOWN -> false;
        };
    }

    /// Whether it says the same, whatever became of line ends, outer spaces and links on the way: Allegro
    /// alters links (#12032).
    public boolean says(String words) {
        return normalised(text).equals(normalised(words));
    }

    private static String normalised(String words) {
        return words.replaceAll("https?://\\S+", "https://")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Says which message, not what it says.
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
