package pl.odzew.events.catalogue;

/// A record that is no event of ours: permanent, so the consumer sends it to the dead letters.
public final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the record, for counting.
    public enum Code {
        HEADER_MISSING,
        HEADER_MALFORMED,
        UNKNOWN_TYPE,
        WRONG_TOPIC,
        MALFORMED_DATA
    }

    private final Code code;

    UnreadableEventException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
