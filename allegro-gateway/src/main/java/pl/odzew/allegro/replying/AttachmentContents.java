package pl.odzew.allegro.replying;

import java.util.concurrent.CompletionStage;
import pl.odzew.events.reply.v1.AttachmentRef;

/// The bytes of the files that sellers attach to replies; another service keeps them.
public interface AttachmentContents {

    /// Fails with [AttachmentException]; what comes has the size and the digest of the reference.
    CompletionStage<byte[]> content(AttachmentRef attachment);
}
