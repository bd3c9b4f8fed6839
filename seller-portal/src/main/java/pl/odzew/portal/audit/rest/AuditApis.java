package pl.odzew.portal.audit.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pl.odzew.portal.audit.AuditEntry;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// Each service's record of who changed what.
@ApplicationScoped
public class AuditApis {

    /// mailbox-service's.
    @RegisterRestClient(configKey = "mailbox-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/audit/mailbox-service")
    public interface Mailboxes {
        @GET
        Uni<Page<AuditEntry>> list();
    }

    /// allegro-gateway's.
    @RegisterRestClient(configKey = "allegro-gateway")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/audit/allegro-gateway")
    public interface Accounts {
        @GET
        Uni<Page<AuditEntry>> list();
    }

    /// responder-service's.
    @RegisterRestClient(configKey = "responder-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/audit/responder-service")
    public interface Autoresponder {
        @GET
        Uni<Page<AuditEntry>> list();
    }

    /// notification-service's.
    @RegisterRestClient(configKey = "notification-service")
    @RegisterProvider(SellersToken.class)
    @RegisterProvider(ProblemReader.class)
    @Path("/api/v1/audit/notification-service")
    public interface Notifications {
        @GET
        Uni<Page<AuditEntry>> list();
    }

    private final Mailboxes mailboxes;
    private final Accounts accounts;
    private final Autoresponder autoresponder;
    private final Notifications notifications;

    AuditApis(
            @RestClient Mailboxes mailboxes,
            @RestClient Accounts accounts,
            @RestClient Autoresponder autoresponder,
            @RestClient Notifications notifications) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.autoresponder = autoresponder;
        this.notifications = notifications;
    }

    /// The newest entries.
    public Uni<Page<AuditEntry>> of(Service service) {
        return switch (service) {
            case MAILBOXES -> mailboxes.list();
            case ACCOUNTS -> accounts.list();
            case AUTORESPONDER -> autoresponder.list();
            case NOTIFICATIONS -> notifications.list();
        };
    }
}
