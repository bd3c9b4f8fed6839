package pl.odzew.portal.autoresponder.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.Hours;
import pl.odzew.portal.autoresponder.Preview;
import pl.odzew.portal.autoresponder.Rehearsal;
import pl.odzew.portal.autoresponder.Rules;
import pl.odzew.portal.autoresponder.Stop;
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

    record StopWish(boolean stopped) {}

    /// @param language of the words for hours and days
    /// @param channel whose limits count
    record PreviewWish(String text, String language, String channel) {}

    record RehearsalWish(Rules rules, boolean onlyChanged, int limit) {}

    record TrialWish(String text, String language) {}

    /// @param to the seller's own address
    record Trial(@Nullable String to) {}

    @GET
    @Path("stop")
    Uni<Stop> stop();

    @PUT
    @Path("stop")
    Uni<Stop> stop(StopWish wish);

    @GET
    @Path("rules")
    Uni<Rules> rules();

    /// @param version on which the change is built, for `If-Match`
    @PUT
    @Path("rules")
    Uni<Rules> replaceRules(@HeaderParam("If-Match") String version, Rules rules);

    @GET
    @Path("working-hours")
    Uni<Hours> hours();

    @PUT
    @Path("working-hours")
    Uni<Hours> replaceHours(@HeaderParam("If-Match") String version, Hours hours);

    @POST
    @Path("preview")
    Uni<Preview> preview(PreviewWish wish);

    @POST
    @Path("rehearsal")
    Uni<Rehearsal> rehearse(RehearsalWish wish);

    @POST
    @Path("trial")
    Uni<Trial> tryOut(TrialWish wish);
}
