package pl.odzew.responder.problem.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 9457.
///
/// @param errors which fields of the request are at fault
/// @param remedy the path of the resource that ends the conflict
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        List<FieldError> errors,
        @Nullable String remedy) {

    static final String MEDIA_TYPE = "application/problem+json";

    /// @param field its name in the request's body
    public record FieldError(String field, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail, List.of(), null);
    }
}
