package pl.odzew.allegro.authorization.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 has it.
///
/// @param type a name of ours, `urn:odzew:problem:…`
/// @param serverWords what Allegro said, where it said anything
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String serverWords,
        List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /// Which field of the request is wrong, and why.
    record FieldError(String field, String detail) {}

    static Problem of(int status, String name, String title) {
        return new Problem("urn:odzew:problem:" + name, title, status, null, null, List.of());
    }

    Problem withDetail(@Nullable String text) {
        return new Problem(type, title, status, text, serverWords, errors);
    }

    Problem withServerWords(String words) {
        return new Problem(type, title, status, detail, words, errors);
    }

    Problem withErrors(List<FieldError> fields) {
        return new Problem(type, title, status, detail, serverWords, fields);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
