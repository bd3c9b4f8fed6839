package pl.odzew.portal.autoresponder.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.autoresponder.WaitingBuyers;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// responder-service's settings, as far as the pages need them.
@RegisterRestClient(configKey = "responder-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/autoresponder")
public interface AutoresponderApi {

    record Settings(int version, boolean enabled, String text) {}

    record Answer(boolean answer) {}

    @GET
    @Path("targets")
    Uni<List<TargetView>> targets();

    @GET
    @Path("targets/{id}")
    Uni<TargetView> target(@PathParam("id") String id);

    @PUT
    @Path("targets/{id}")
    Uni<TargetView> set(@PathParam("id") String id, Settings settings);

    @GET
    @Path("targets/{id}/waiting-buyers")
    Uni<WaitingBuyers> waitingBuyers(@PathParam("id") String id);

    @POST
    @Path("targets/{id}/waiting-buyers")
    Uni<WaitingBuyers> answerWaitingBuyers(@PathParam("id") String id, Answer answer);
}
