package pl.odzew.endtoend;

/// Something that the story tells did not come true in its time, or something happened that it excludes.
public final class StoryBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryBrokenException(String message) {
        super(message);
    }

    public StoryBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
