package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.refusal.Verdict;

/// An error as RFC 9457 has it.
///
/// @param type what kind it is, as `urn:odzew:problem:…`
/// @param field the field of the request that is not right, by its JSON name
/// @param reason of a refused credential, an `AuthFailureReason`
/// @param errors the same field, with what is wrong with it
/// @param retryAfter in seconds; stands in the header too
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457", example = """
                {"type": "urn:odzew:problem:credential-refused",
                 "title": "The mail server refuses the password",
                 "status": 422,
                 "reason": "APP_PASSWORD_REQUIRED",
                 "protocol": "IMAP",
                 "serverWords": "NO [ALERT] Application-specific password required (Failure)",
                 "helpUrl": "https://support.google.com/accounts/answer/185833",
                 "remedies": ["APP_PASSWORD", "VERSION_3"]}
                """)
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String field,
        @Nullable String reason,
        @Nullable MailProtocol protocol,
        @Nullable String serverWords,
        @Nullable URI helpUrl,
        @Nullable List<Remedy> remedies,
        @Nullable List<FieldError> errors,
        @Nullable Long retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /// A field that is not right, by its JSON name.
    record FieldError(String field, String message) {}

    static Problem of(String type, String title, int status, @Nullable String detail) {
        return new Problem(
                "urn:odzew:problem:" + type, title, status, detail, null, null, null, null, null, null, null, null);
    }

    static Problem field(String field, String message) {
        return new Problem(
                "urn:odzew:problem:invalid-request",
                "The request is not valid",
                Response.Status.BAD_REQUEST.getStatusCode(),
                field + ": " + message,
                field,
                null,
                null,
                null,
                null,
                null,
                List.of(new FieldError(field, message)),
                null);
    }

    static Problem refused(MailProtocol by, Verdict.Accusing verdict) {
        return new Problem(
                "urn:odzew:problem:credential-refused",
                "The mail server refuses the password",
                UNPROCESSABLE,
                null,
                null,
                verdict.reason().name(),
                by,
                verdict.words(),
                verdict.helpUrl(),
                verdict.remedies(),
                null,
                null);
    }

    static Problem notTried(String reason, @Nullable MailProtocol which, String words) {
        return new Problem(
                "urn:odzew:problem:mail-server-unavailable",
                "The mail server could not be asked; nothing was saved",
                UNAVAILABLE,
                null,
                null,
                reason,
                which,
                words,
                null,
                null,
                null,
                null);
    }

    static Problem tooManyTries(Duration wait) {
        return new Problem(
                "urn:odzew:problem:too-many-tries",
                "Too many passwords were tried",
                TOO_MANY,
                "none is tried before the time is over, so that nobody can guess a password from here",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                wait.plusMillis(999).toSeconds());
    }

    Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        return retryAfter == null
                ? response.build()
                : response.header(HttpHeaders.RETRY_AFTER, retryAfter).build();
    }
}
