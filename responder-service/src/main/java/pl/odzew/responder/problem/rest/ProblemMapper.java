package pl.odzew.responder.problem.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns exceptions into problems.
class ProblemMapper {

    @ServerExceptionMapper
    Response map(ProblemException e) {
        return response(e.problem());
    }

    /// What the framework itself refuses: an unknown path, a wrong method, a wrong media type.
    @ServerExceptionMapper
    Response map(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return response(Problem.of(status.getStatusCode(), status.getReasonPhrase(), null));
    }

    @ServerExceptionMapper
    Response map(JacksonException e) {
        return response(Problem.of(400, "Bad Request", "The body is not the JSON that is expected here."));
    }

    @ServerExceptionMapper
    Response map(UnauthorizedException e) {
        return Response.fromResponse(response(Problem.of(401, "Unauthorized", "A bearer token is expected.")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response map(ForbiddenException e) {
        return response(Problem.of(403, "Forbidden", e.getMessage()));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
