package pl.odzew.portal.data.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.portal.data.Erasure;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// notification-service's copy of a seller's data, and their end everywhere.
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/data")
public interface DataApi {

    @GET
    Uni<JsonNode> export();

    @DELETE
    Uni<Erasure> erase();

    @GET
    @Path("erasures/{id}")
    Uni<Erasure> progress(@PathParam("id") String id);
}
