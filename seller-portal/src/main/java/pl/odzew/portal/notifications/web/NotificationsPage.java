package pl.odzew.portal.notifications.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.notifications.NotificationsList;
import pl.odzew.portal.notifications.rest.NotificationsApi;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// What the seller was told.
@Path("/powiadomienia")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class NotificationsPage {

    private static final int ON_A_PAGE = 20;
    private static final long RECONNECT_MILLIS = 10_000;

    private final NotificationsApi notifications;
    private final Asking asking;

    NotificationsPage(@RestClient NotificationsApi notifications, Asking asking) {
        this.notifications = notifications;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "notifications")
    static class Templates {
        static native TemplateInstance list(Part<NotificationsList> notifications);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance list(@RestQuery @Nullable String cursor) {
        return Templates.list(asking.of(Service.NOTIFICATIONS, notifications.list(ON_A_PAGE, cursor))
                .part());
    }

    /// Tells an open page that something has changed, and no more: the page asks for what it shows.
    @GET
    @Path("strumien")
    @NonBlocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        OutboundSseEvent begin = sse.newEventBuilder()
                .name("ready")
                .reconnectDelay(RECONNECT_MILLIS)
                .data("")
                .build();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(begin),
                        notifications.stream()
                                .filter(event -> "notification".equals(event.name()) || "reset".equals(event.name()))
                                .map(_ -> sse.newEventBuilder()
                                        .name("changed")
                                        .data("")
                                        .build())
                                // The browser connects again after a while, so an end is no failure.
                                .onFailure()
                                .recoverWithCompletion());
    }

    @POST
    @RunOnVirtualThread
    @Path("przeczytane")
    public Response acknowledgeAll() {
        asking.tell(Service.NOTIFICATIONS, notifications.acknowledgeAll());
        return Done.at("/powiadomienia", "acknowledged");
    }

    @POST
    @RunOnVirtualThread
    @Path("{id}/przeczytane")
    public Response acknowledge(@PathParam("id") String id) {
        asking.tell(Service.NOTIFICATIONS, notifications.acknowledge(id));
        return Done.at("/powiadomienia", "acknowledged");
    }
}
