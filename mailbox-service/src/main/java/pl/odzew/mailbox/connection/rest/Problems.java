package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.odzew.mailbox.connection.IllegalTransitionException;
import pl.odzew.mailbox.connection.Mailboxes;

/// Every error leaves as a problem; what went wrong inside stays in the log.
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    public Response illegal(IllegalTransitionException e) {
        return Problem.of("not-possible-now", "The mailbox cannot do that now", 409, e.getMessage())
                .response();
    }

    @ServerExceptionMapper
    public Response known(Mailboxes.AlreadyConnectedException e) {
        return Problem.of("already-connected", "The address is connected already", 409, e.getMessage())
                .response();
    }

    /// Names the field and never its value, which may be a password.
    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return Problem.field(field.isEmpty() ? "body" : field, "cannot be read").response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized() {
        Response problem = Problem.of("unauthorized", "A bearer token is needed", 401, null)
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of("forbidden", "Not allowed", 403, e.getMessage()).response();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return Problem.of(
                        "http",
                        Objects.requireNonNullElse(status.getReasonPhrase(), "Error"),
                        status.getStatusCode(),
                        null)
                .response();
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException e) {
        LOG.error("A request failed", e);
        return Problem.of("internal", "Something went wrong on our side", 500, null)
                .response();
    }
}
