package pl.odzew.allegro.replying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import pl.odzew.events.reply.v1.AttachmentRef;

/// What every [AttachmentContents] keeps to.
public interface AttachmentContentsContract {

    AttachmentContents contents();

    /// A seller attaches a file.
    AttachmentRef kept(String fileName, byte[] content);

    @Test
    default void givesTheBytesOfAFile() {
        byte[] content = "regulamin".getBytes(StandardCharsets.UTF_8);

        assertThat(contents()
                        .content(kept("r.pdf", content))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(content);
    }

    @Test
    default void saysOfAFileThatIsNotKeptThatItIsGone() {
        assertFails(
                new AttachmentRef(UUID.randomUUID(), "r.pdf", "application/pdf", 1, "00"),
                AttachmentException.Code.GONE);
    }

    @Test
    default void refusesBytesThatAreNotWhatTheReplyWasDecidedWith() {
        AttachmentRef kept = kept("r.pdf", new byte[] {1, 2, 3});
        var other = new AttachmentRef(
                kept.id(), kept.fileName(), kept.mediaType(), kept.size(), Digest.sha256(new byte[] {3, 2, 1}));

        assertFails(other, AttachmentException.Code.CHANGED);
    }

    private void assertFails(AttachmentRef file, AttachmentException.Code code) {
        assertThatThrownBy(() -> contents().content(file).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        AttachmentException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
