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
        return new ProblemException(new Problem("about:blank", "Conflict", 409, detail, null, List.of(), remedy));
    }

    public static ProblemException noBody() {
        return new ProblemException(Problem.of(400, "Bad Request", "A JSON body is expected here."));
    }

    /// @param errors at least one
    public static ProblemException invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return new ProblemException(new Problem(
                "about:blank", "Bad Request", 400, first.field() + ": " + first.detail(), first.field(), errors, null));
    }

    public static ProblemException invalid(String field, String detail) {
        return invalid(List.of(new FieldError(field, detail)));
    }

    /// The caller has not said on which version his change is built.
    public static ProblemException noVersion() {
        return new ProblemException(Problem.of(
                428, "Precondition Required", "Say in If-Match which version you have changed: the ETag of GET."));
    }

    /// Somebody else was first.
    public static ProblemException outdated(long version) {
        return new ProblemException(Problem.of(
                412, "Precondition Failed", "It has been changed meanwhile; it is at version " + version + " now."));
    }

    Problem problem() {
        return problem;
    }
}
