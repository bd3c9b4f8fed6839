package pl.odzew.transport.deadletter.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pl.odzew.transport.deadletter.DeadLetterId;
import pl.odzew.transport.deadletter.DeadLetterOffice;
import pl.odzew.transport.deadletter.Redelivery;

/// Events that a consumer of the service could not take. What they say is not shown: it may be a buyer's words.
@Path("/api/v1/operator/{service}/dead-letters")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operator")
public class DeadLettersResource {

    private static final String PROBLEM = "application/problem+json";

    private final DeadLetterOffice office;
    private final String thisService;

    DeadLettersResource(
            DeadLetterOffice office, @ConfigProperty(name = "quarkus.application.name") String thisService) {
        this.office = office;
        this.thisService = thisService;
    }

    @GET
    @Operation(summary = "Lists what the service's consumers could not take, the newest first")
    public Uni<List<DeadLetterView>> list(@PathParam("service") String service) {
        requireThis(service);
        return office.list()
                .map(letters -> letters.stream().map(DeadLetterView::of).toList());
    }

    @POST
    @Path("{id}/redelivery")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Lets the consumer try again; what it has taken before changes nothing")
    @APIResponse(responseCode = "200", description = "It has its effect now, or had it before")
    @APIResponse(responseCode = "409", description = "The consumer cannot take it still")
    public Uni<Response> redeliver(@PathParam("service") String service, @PathParam("id") String id) {
        requireThis(service);
        DeadLetterId letter = DeadLetterId.parse(id).orElseThrow(NotFoundException::new);
        return office.redeliver(letter).map(redelivery -> switch (redelivery) {
            case Redelivery.Taken _ -> outcome("TAKEN");
            case Redelivery.TakenBefore _ -> outcome("TAKEN_BEFORE");
            case Redelivery.Failed(String cause) -> failed(cause);
            case Redelivery.NotFound _ -> throw new NotFoundException();
        });
    }

    private void requireThis(String service) {
        if (!service.equals(thisService)) {
            throw new NotFoundException();
        }
    }

    private static Response outcome(String outcome) {
        return Response.ok(Map.of("outcome", outcome)).build();
    }

    private static Response failed(String cause) {
        return Response.status(Response.Status.CONFLICT)
                .type(PROBLEM)
                .entity(Map.of(
                        "type",
                        "urn:odzew:problem:dead-letter-not-taken",
                        "title",
                        "The consumer cannot take it still",
                        "status",
                        Response.Status.CONFLICT.getStatusCode(),
                        "detail",
                        cause))
                .build();
    }
}
