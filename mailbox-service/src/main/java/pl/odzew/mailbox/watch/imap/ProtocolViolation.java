package pl.odzew.mailbox.watch.imap;

/// What came is no IMAP, or larger than our bounds; the connection cannot be used any more.
final class ProtocolViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message never repeats what the server sent, since it may be somebody's mail
    ProtocolViolation(String message) {
        super(message);
    }
}
