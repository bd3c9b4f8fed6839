package pl.odzew.mailbox.sending;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.events.reply.v1.AttachmentRef;

/// Files in memory; passes [AttachmentsContract].
public final class MemoryAttachments implements Attachments {

    private final Map<UUID, byte[]> files = new ConcurrentHashMap<>();
    private volatile boolean away;

    public void keep(UUID id, byte[] bytes) {
        files.put(id, bytes);
    }

    public void beAway(boolean isAway) {
        away = isAway;
    }

    @Override
    public CompletionStage<Fetch> fetch(AttachmentRef file) {
        if (away) {
            return completedFuture(new Fetch.Unavailable("away"));
        }
        byte[] bytes = files.get(file.id());
        return completedFuture(
                bytes == null ? new Fetch.Gone("the file is no longer there") : Attachments.verified(file, bytes));
    }
}
