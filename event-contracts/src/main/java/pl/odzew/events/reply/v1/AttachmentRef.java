package pl.odzew.events.reply.v1;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A file that goes with a reply; its bytes are fetched from responder-service and checked against the digest.
///
/// @param sha256 in lower-case hexadecimal
/// @param size in bytes
public record AttachmentRef(UUID id, String fileName, String mediaType, long size, String sha256) {

    public AttachmentRef {
        requireNonNull(id, "id is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(sha256, "sha256 is null");
    }
}
