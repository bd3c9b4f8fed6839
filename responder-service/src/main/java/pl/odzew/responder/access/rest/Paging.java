package pl.odzew.responder.access.rest;

import pl.odzew.responder.problem.rest.ProblemException;

/// How long a page may be.
public final class Paging {

    public static final int MAX_LIMIT = 200;

    private Paging() {}

    /// Throws [ProblemException] for a limit that is none.
    public static void check(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "1 to " + MAX_LIMIT + " expected");
        }
    }
}
