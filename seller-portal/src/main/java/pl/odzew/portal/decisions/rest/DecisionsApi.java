package pl.odzew.portal.decisions.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.decisions.DecisionView;
import pl.odzew.portal.decisions.Statistics;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// responder-service's recorded decisions.
@RegisterRestClient(configKey = "responder-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/decisions")
public interface DecisionsApi {

    @GET
    Uni<Page<DecisionView>> list(
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam DecisionFilter filter);

    @GET
    @Path("statistics")
    Uni<Statistics> statistics();
}
