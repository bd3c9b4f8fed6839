package pl.odzew.notification.problem.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 has it.
///
/// @param field the first field that is wrong, where it is about fields
/// @param errors the fields that are wrong, where it is about fields
public record ProblemDetails(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        @Nullable List<FieldError> errors) {

    /// The media type of the body.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// Says that the title is all there is to know of the type (RFC 9457 §4.2.1).
    private static final String NO_FURTHER_TYPE = "about:blank";

    public record FieldError(String field, String message) {}

    static ProblemDetails of(int status, String title, @Nullable String detail) {
        return new ProblemDetails(NO_FURTHER_TYPE, title, status, detail, null, null);
    }

    static ProblemDetails ofFields(int status, String title, List<FieldError> errors) {
        return new ProblemDetails(
                NO_FURTHER_TYPE,
                title,
                status,
                null,
                errors.isEmpty() ? null : errors.getFirst().field(),
                errors);
    }
}
