package pl.odzew.allegro.replying;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.events.reply.v1.AttachmentRef;

/// The twin of the files that responder-service keeps.
public final class MemoryAttachmentContents implements AttachmentContents {

    private final Map<UUID, byte[]> files = new ConcurrentHashMap<>();

    public AttachmentRef keep(String fileName, byte[] content) {
        var file = new AttachmentRef(
                UUID.randomUUID(), fileName, "application/pdf", content.length, Digest.sha256(content));
        files.put(file.id(), content);
        return file;
    }

    @Override
    public CompletionStage<byte[]> content(AttachmentRef attachment) {
        byte[] content = files.get(attachment.id());
        try {
            return content == null
                    ? CompletableFuture.failedFuture(new AttachmentException(AttachmentException.Code.GONE, attachment))
                    : CompletableFuture.completedFuture(Digest.checked(attachment, content));
        } catch (AttachmentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
