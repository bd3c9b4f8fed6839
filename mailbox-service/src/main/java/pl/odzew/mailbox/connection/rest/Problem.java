package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.Remedy;

/// An error as RFC 9457 has it.
///
/// @param type what kind it is, as `urn:odzew:problem:…`
/// @param reason of a refused credential, an `AuthFailureReason`
/// @param errors fields of the request that are not right
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String serverWords,
        @Nullable List<Remedy> remedies,
        @Nullable List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /// A field that is not right, by its JSON name.
    record FieldError(String field, String message) {}

    static Problem of(String type, String title, int status, @Nullable String detail) {
        return new Problem("urn:odzew:problem:" + type, title, status, detail, null, null, null, null);
    }

    static Problem field(String field, String message) {
        return new Problem(
                "urn:odzew:problem:invalid-request",
                "The request is not valid",
                400,
                field + ": " + message,
                null,
                null,
                null,
                List.of(new FieldError(field, message)));
    }

    static Problem refused(String reason, String serverWords, List<Remedy> remedies) {
        return new Problem(
                "urn:odzew:problem:credential-refused",
                "The mail server refuses the password",
                422,
                null,
                reason,
                serverWords,
                remedies,
                null);
    }

    static Problem notTried(String reason, String words) {
        return new Problem(
                "urn:odzew:problem:mail-server-unavailable",
                "The mail server could not be asked; nothing was saved",
                503,
                null,
                reason,
                words,
                null,
                null);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
