package pl.odzew.portal.services.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;

/// Turns a service's refusal into an exception that pages understand.
public class ProblemReader implements ResponseExceptionMapper<RefusedException> {

    @Override
    public RefusedException toThrowable(Response response) {
        Problem problem = read(response);
        return new RefusedException(problem == null ? Problem.of(response.getStatus()) : problem);
    }

    private static @Nullable Problem read(Response response) {
        try {
            return response.hasEntity() ? response.readEntity(Problem.class) : null;
        } catch (ProcessingException | IllegalStateException _) {
            // Not a problem of ours, such as a proxy's page: the status says enough.
            return null;
        }
    }
}
