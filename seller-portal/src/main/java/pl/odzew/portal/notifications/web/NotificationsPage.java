package pl.odzew.portal.notifications.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
@RunOnVirtualThread
public class NotificationsPage {

    private static final int ON_A_PAGE = 20;

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
    public TemplateInstance list(@RestQuery @Nullable String cursor) {
        return Templates.list(asking.of(Service.NOTIFICATIONS, notifications.list(ON_A_PAGE, cursor))
                .part());
    }

    @POST
    @Path("{id}/przeczytane")
    public Response acknowledge(@PathParam("id") String id) {
        asking.tell(Service.NOTIFICATIONS, notifications.acknowledge(id));
        return Done.at("/powiadomienia", "acknowledged");
    }
}
