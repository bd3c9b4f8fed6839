package pl.odzew.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.mailbox.sending.Attachments.Fetch;

/// What every place promises where replies' files lie.
public abstract class AttachmentsContract {

    private static final byte[] RULES = "Regulamin".getBytes(StandardCharsets.UTF_8);

    private final UUID id = UUID.randomUUID();

    protected abstract Attachments attachments();

    /// The seller stored a file.
    protected abstract void keep(UUID file, byte[] bytes);

    /// Nobody answers from now on.
    protected abstract void goAway();

    @Test
    void aFileComesAsItWasStored() {
        // Given
        keep(id, RULES);

        // When
        Fetch fetch = fetch(ref(RULES));

        // Then
        assertThat(fetch)
                .isInstanceOfSatisfying(
                        Fetch.Found.class, found -> assertThat(found.bytes()).isEqualTo(RULES));
    }

    @Test
    void aFileThatIsNotThereIsGoneForGood() {
        assertThat(fetch(ref(RULES))).isInstanceOf(Fetch.Gone.class);
    }

    @Test
    void anotherFileThanTheReplyNamesIsNone() {
        // Given
        keep(id, "Reglament".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(fetch(ref(RULES))).isInstanceOf(Fetch.Gone.class);
    }

    @Test
    void aLongerFileThanTheReplyNamesIsNone() {
        // Given
        keep(id, new byte[100_000]);

        // Then
        assertThat(fetch(ref(RULES))).isInstanceOf(Fetch.Gone.class);
    }

    @Test
    void whereNobodyAnswersItMayBeTriedAgain() {
        // Given
        keep(id, RULES);
        goAway();

        // Then
        assertThat(fetch(ref(RULES))).isInstanceOf(Fetch.Unavailable.class);
    }

    protected final Fetch fetch(AttachmentRef file) {
        return attachments()
                .fetch(file)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    protected final AttachmentRef ref(byte[] bytes) {
        try {
            return new AttachmentRef(
                    id,
                    "regulamin.pdf",
                    "application/pdf",
                    bytes.length,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
