package pl.odzew.notification.problem.rest;

/// A request that is understood and cannot be granted as things are; ends as a problem with its status.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;

    private RefusedException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    public static RefusedException conflict(String detail) {
        return new RefusedException(CONFLICT, detail);
    }

    public static RefusedException tooSoon(String detail) {
        return new RefusedException(TOO_MANY_REQUESTS, detail);
    }

    int status() {
        return status;
    }
}
