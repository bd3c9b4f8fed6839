package pl.odzew.responder.problem.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.problem.rest.Problem.FieldError;

/// A request that cannot be fulfilled, in the caller's terms; trying it again unchanged does not help.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final Problem problem;

    private ProblemException(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    /// Also for what belongs to another seller.
    public static ProblemException notFound() {
        return new ProblemException(Problem.of(404, "Not Found", null));
    }

    /// @param remedy the path of the resource by which the caller ends the conflict, if there is one
    public static ProblemException conflict(String detail, @Nullable String remedy) {
        return new ProblemException(new Problem("about:blank", "Conflict", 409, detail, List.of(), remedy));
    }

    public static ProblemException noBody() {
        return new ProblemException(Problem.of(400, "Bad Request", "A JSON body is expected here."));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(new Problem(
                "about:blank", "Unprocessable Content", 422, "The request has invalid fields.", errors, null));
    }

    Problem problem() {
        return problem;
    }
}
