package pl.odzew.allegro.replying.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// responder-service's `/api/v1/autoresponder/attachments`, as senders use it.
@Path("/api/v1/autoresponder/attachments")
@RegisterRestClient(configKey = "responder")
@RegisterProvider(AttachmentsApi.Refusals.class)
public interface AttachmentsApi {

    @GET
    @Path("{id}/content")
    Uni<byte[]> content(@HeaderParam("Authorization") String bearer, @PathParam("id") UUID id);

    /// A status of 4xx or 5xx.
    final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(int status) {
            super("status " + status);
            this.status = status;
        }

        boolean isGone() {
            return status == Response.Status.NOT_FOUND.getStatusCode()
                    || status == Response.Status.GONE.getStatusCode();
        }
    }

    /// Keeps the status and nothing else of a refusal.
    class Refusals implements ResponseExceptionMapper<RefusedException> {

        @Override
        public boolean handles(int status, @Nullable MultivaluedMap<String, Object> headers) {
            return status >= Response.Status.BAD_REQUEST.getStatusCode();
        }

        @Override
        public RefusedException toThrowable(Response response) {
            return new RefusedException(response.getStatus());
        }
    }
}
