package pl.odzew.mailbox.sending;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.reply.v1.AttachmentRef;

/// Where the files lie that go with replies.
public interface Attachments {

    /// The stage never fails: everything that can happen is an outcome. It ends within the adapter's own time
    /// limit.
    CompletionStage<Fetch> fetch(AttachmentRef file);

    /// How an attempt to fetch a file ended.
    sealed interface Fetch {

        /// Exactly the bytes that the reply names.
        record Found(byte[] bytes) implements Fetch {

            public Found {
                requireNonNull(bytes, "bytes is null");
            }
        }

        /// It is gone, or is not what the reply names; trying again does not help.
        record Gone(String what) implements Fetch {}

        /// Nobody could be asked; may be tried again.
        record Unavailable(String what) implements Fetch {}
    }

    /// Bytes that are not what the reply names are worth nothing: the seller has chosen those and no others.
    static Fetch verified(AttachmentRef file, byte[] bytes) {
        return sha256(bytes).equals(file.sha256())
                ? new Fetch.Found(bytes)
                : new Fetch.Gone("the file is another one than the reply names");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
