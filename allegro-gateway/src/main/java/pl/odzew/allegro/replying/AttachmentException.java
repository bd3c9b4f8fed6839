package pl.odzew.allegro.replying;

import pl.odzew.events.reply.v1.AttachmentRef;

/// A file cannot be had.
public final class AttachmentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Whether it will ever be.
    public enum Code {
        /// The service that keeps it does not answer: try again.
        UNAVAILABLE,
        /// It is no longer kept.
        GONE,
        /// It is not what the reply was decided with.
        CHANGED
    }

    private final Code code;

    public AttachmentException(Code code, AttachmentRef attachment) {
        super(code + " attachmentId=" + attachment.id());
        this.code = code;
    }

    public Code code() {
        return code;
    }

    public boolean isPassing() {
        return code == Code.UNAVAILABLE;
    }
}
