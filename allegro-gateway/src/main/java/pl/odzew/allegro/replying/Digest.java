package pl.odzew.allegro.replying;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pl.odzew.events.reply.v1.AttachmentRef;

/// Whether bytes are the file that a reference names.
public final class Digest {

    private Digest() {}

    /// The bytes themselves; throws [AttachmentException] where size or SHA-256 differ.
    public static byte[] checked(AttachmentRef attachment, byte[] content) {
        if (content.length != attachment.size() || !sha256(content).equals(attachment.sha256())) {
            throw new AttachmentException(AttachmentException.Code.CHANGED, attachment);
        }
        return content;
    }

    /// In lower-case hexadecimal.
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
