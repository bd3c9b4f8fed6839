package pl.odzew.portal.services;

import static java.util.Objects.requireNonNull;

/// A service has understood the request and does not do it; asking again unchanged does not help.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final Problem problem;

    public RefusedException(Problem problem) {
        super("refused with " + problem.status() + " " + problem.kind(), null, false, false);
        this.problem = requireNonNull(problem, "problem is null");
    }

    public Problem problem() {
        return problem;
    }
}
