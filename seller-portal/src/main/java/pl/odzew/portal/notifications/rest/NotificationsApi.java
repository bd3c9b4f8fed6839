package pl.odzew.portal.notifications.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.SseEvent;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.notifications.NotificationView;
import pl.odzew.portal.notifications.NotificationsList;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// notification-service's notifications.
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/notifications")
public interface NotificationsApi {

    @GET
    Uni<NotificationsList> list(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("{id}/acknowledge")
    Uni<NotificationView> acknowledge(@PathParam("id") String id);

    @POST
    @Path("acknowledge")
    Uni<Unread> acknowledgeAll();

    /// Changes as they happen; it ends with the token.
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<SseEvent<String>> stream();

    record Unread(long unread) {}
}
