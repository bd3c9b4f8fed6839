package pl.odzew.mailbox.connection;

/// The seller asked for what a mailbox cannot do in its condition; trying again does not help.
public final class IllegalTransitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IllegalTransitionException(String message) {
        super(message);
    }
}
