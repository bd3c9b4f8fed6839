package pl.odzew.notification.delivery;

/// The mail server did not confirm that it took a letter; always worth another try.
public final class PostingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayHaveLeft;

    /// @param mayHaveLeft false only when the server has certainly not taken it
    public PostingException(String message, Throwable cause, boolean mayHaveLeft) {
        super(message, cause);
        this.mayHaveLeft = mayHaveLeft;
    }

    public boolean mayHaveLeft() {
        return mayHaveLeft;
    }
}
