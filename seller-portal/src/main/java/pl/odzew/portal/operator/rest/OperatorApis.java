package pl.odzew.portal.operator.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pl.odzew.portal.operator.Operations;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// What the services tell and let operators do.
@ApplicationScoped
public class OperatorApis {

    /// What every service has: events that it could not take.
    public interface DeadLetters {
        @GET
        @Path("{service}/dead-letters")
        Uni<List<Operations.DeadLetter>> deadLetters(@PathParam("service") String service);

        @POST
        @Path("{service}/dead-letters/{id}/redelivery")
        Uni<Map<String, Object>> redeliver(@PathParam("service") String service, @PathParam("id") String id);
    }

    /// mailbox-service's.
    @RegisterRestClient(configKey = "mailbox-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/operator")
    public interface Mailboxes extends DeadLetters {
        @GET
        @Path("mailbox-service/states")
        Uni<Operations.States> states();

        @GET
        @Path("mailbox-service/guard")
        Uni<Operations.Guards> guard();

        @GET
        @Path("mailbox-service/leases")
        Uni<Operations.Leases> leases();
    }

    /// allegro-gateway's.
    @RegisterRestClient(configKey = "allegro-gateway")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/operator")
    public interface Accounts extends DeadLetters {}

    /// responder-service's, with the stop for all.
    @RegisterRestClient(configKey = "responder-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/operator")
    public interface Autoresponder extends DeadLetters {
        @GET
        @Path("stop")
        Uni<Operations.InstallationStop> stop();

        @PUT
        @Path("stop")
        Uni<Operations.InstallationStop> stop(Operations.InstallationStop wish);
    }

    /// notification-service's, with the announcements.
    @RegisterRestClient(configKey = "notification-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/operator")
    public interface Notifications extends DeadLetters {
        @GET
        @Path("announcements")
        Uni<List<Operations.Announcement>> announcements();

        @GET
        @Path("announcements/{id}")
        Uni<Operations.Announcement> announcement(@PathParam("id") String id);

        /// @param step `pause`, `resume` or `cancel`
        @POST
        @Path("announcements/{id}/{step}")
        Uni<Operations.Announcement> step(@PathParam("id") String id, @PathParam("step") String step);
    }

    private final Mailboxes mailboxes;
    private final Accounts accounts;
    private final Autoresponder autoresponder;
    private final Notifications notifications;

    OperatorApis(
            @RestClient Mailboxes mailboxes,
            @RestClient Accounts accounts,
            @RestClient Autoresponder autoresponder,
            @RestClient Notifications notifications) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.autoresponder = autoresponder;
        this.notifications = notifications;
    }

    public Mailboxes mailboxes() {
        return mailboxes;
    }

    public Autoresponder autoresponder() {
        return autoresponder;
    }

    public Notifications notifications() {
        return notifications;
    }

    public DeadLetters of(Service service) {
        return switch (service) {
            case MAILBOXES -> mailboxes;
            case ACCOUNTS -> accounts;
            case AUTORESPONDER -> autoresponder;
            case NOTIFICATIONS -> notifications;
        };
    }
}
