package pl.odzew.responder.attachment;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.AttachmentRef;

/// A stored file.
///
/// @param content never changed, neither here nor by whoever gets it
@SuppressWarnings("ArrayRecordComponent") // five megabytes are not copied for each reader
public record Attachment(
        UUID id, SellerId sellerId, String fileName, MediaType mediaType, byte[] content, Instant createdAt) {

    /// Allegro's limit for one attachment of a message.
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /// As many as a seller may store.
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 100;

    public Attachment {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(fileName, "fileName is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(content, "content is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    public AttachmentRef ref() {
        return new AttachmentRef(id, fileName, mediaType.wireName(), content.length, sha256(content));
    }

    /// A name without folders, controls and quotes, which would end up in a header; never longer than a name
    /// should be.
    public static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = last.replaceAll("[\\p{Cntrl}\"<>|?*:;]", "_").strip();
        String named = safe.isEmpty() || safe.startsWith(".") ? "plik" + safe : safe;
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
