package pl.odzew.responder.problem.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 9457.
///
/// @param field the first field that is at fault
/// @param errors all fields of the request that are at fault
/// @param remedy the path of the resource that ends the conflict
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        List<FieldError> errors,
        @Nullable String remedy) {

    static final String MEDIA_TYPE = "application/problem+json";

    /// @param field its path in the request's body, as in `rules[0].then.texts.pl`, or a parameter's name
    /// @param code for programs, where there are several ways to be wrong
    /// @param position in a text: of the first character at fault, counted from 0 in UTF-16 code units
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            String field,
            String detail,
            @Nullable String code,
            @Nullable Integer position) {

        public FieldError(String field, String detail) {
            this(field, detail, null, null);
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail, null, List.of(), null);
    }
}
