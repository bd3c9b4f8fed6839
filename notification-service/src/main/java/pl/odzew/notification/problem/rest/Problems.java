package pl.odzew.notification.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.odzew.notification.problem.rest.ProblemDetails.FieldError;

/// Every error leaves as a problem; nothing of an unexpected one but that it happened.
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final String INVALID = "The request is not valid";

    Problems() {}

    @ServerExceptionMapper
    Response of(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return response(ProblemDetails.of(status.getStatusCode(), status.getReasonPhrase(), null));
    }

    @ServerExceptionMapper
    Response of(InvalidFieldException e) {
        return response(ProblemDetails.ofFields(400, INVALID, List.of(new FieldError(e.field(), e.problem()))));
    }

    @ServerExceptionMapper
    Response of(RefusedException e) {
        return response(ProblemDetails.of(e.status(), "Not as things are", e.getMessage()));
    }

    @ServerExceptionMapper
    Response of(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .toList();
        return response(ProblemDetails.ofFields(400, INVALID, errors));
    }

    @ServerExceptionMapper
    Response of(MismatchedInputException e) {
        String field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
        return response(ProblemDetails.ofFields(400, INVALID, List.of(new FieldError(field, "cannot be read"))));
    }

    @ServerExceptionMapper
    Response of(JsonProcessingException e) {
        return response(ProblemDetails.of(400, INVALID, "The body is not JSON"));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return Response.fromResponse(response(ProblemDetails.of(401, "Sign in first", null)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response of(ForbiddenException e) {
        return response(ProblemDetails.of(403, "Not allowed", e.getMessage()));
    }

    @ServerExceptionMapper
    Response of(RuntimeException e) {
        LOG.error("A request failed unexpectedly", e);
        return response(ProblemDetails.of(500, "Something went wrong here", null));
    }

    private static Response response(ProblemDetails problem) {
        return Response.status(problem.status())
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = String.valueOf(node.getName());
        }
        return last;
    }
}
