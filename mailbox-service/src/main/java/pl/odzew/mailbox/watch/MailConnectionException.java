package pl.odzew.mailbox.watch;

/// An open connection failed. All of them are transient: a mailbox is never lost by one.
public final class MailConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What happened, for counting and for the choice of the back-off.
    public enum Code {
        /// Closed by the peer or by the network, or no answer in time.
        CONNECTION_LOST,
        /// The server took leave in the middle (`BYE`): a session's normal end, or a limit.
        SERVER_CLOSED,
        /// The server refused a command (`NO`, `BAD`).
        COMMAND_REFUSED,
        /// The answer was no IMAP, or larger than our bounds.
        PROTOCOL_VIOLATED
    }

    private final Code code;

    public MailConnectionException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public MailConnectionException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
