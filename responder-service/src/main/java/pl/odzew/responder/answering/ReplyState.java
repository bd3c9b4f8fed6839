package pl.odzew.responder.answering;

/// How far a requested reply has come, as its sender tells.
public enum ReplyState {
    REQUESTED,
    /// Held back by a limit of the provider; tried again.
    DEFERRED,
    /// The server took it.
    SENT,
    /// Allegro took it, and holds it back from the buyer.
    BLOCKED,
    /// The buyer did not get it.
    FAILED,
    /// It may or may not have left, and is not sent again.
    UNKNOWN;

    /// Whether its sender has not said its last word.
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, DEFERRED -> true;
            case SENT, BLOCKED, FAILED, UNKNOWN -> false;
        };
    }
}
