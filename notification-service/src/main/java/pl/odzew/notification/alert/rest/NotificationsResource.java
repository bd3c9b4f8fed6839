package pl.odzew.notification.alert.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.postgres.AlertStore;

/// The notifications of the seller of the request, newest first.
@Authenticated
@Path("/api/v1/notifications")
public class NotificationsResource {

    private static final int LARGEST_PAGE = 100;

    private final AlertStore alerts;
    private final SellerOfRequest seller;
    private final Clock clock;

    NotificationsResource(AlertStore alerts, SellerOfRequest seller, Clock clock) {
        this.alerts = alerts;
        this.seller = seller;
        this.clock = clock;
    }

    /// @param unread how many of all the seller has not acknowledged
    /// @param next the cursor of the next page; absent on the last
    public record Page(
            List<NotificationView> items,
            long unread,
            @Nullable String next) {}

    @GET
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int limit) {
        SellerId id = seller.id();
        Cursor from = cursor == null ? Cursor.start() : Cursor.parse(cursor);
        return Panache.withTransaction(() -> alerts.page(id, from.openedAt(), from.id(), limit + 1)
                .flatMap(found -> alerts.unread(id).map(unread -> page(found, limit, unread))));
    }

    /// Marks it as read; a second time changes nothing.
    @POST
    @Path("/{id}/acknowledge")
    public Uni<NotificationView> acknowledge(UUID id) {
        return Panache.withTransaction(() -> alerts.acknowledge(seller.id(), new IncidentId(id), clock.instant()))
                .map(found -> NotificationView.of(found.orElseThrow(NotFoundException::new)));
    }

    /// @param found one more than the limit, where there are more
    private static Page page(List<Incident> found, int limit, long unread) {
        List<Incident> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? Cursor.after(shown.getLast()).encode() : null;
        return new Page(shown.stream().map(NotificationView::of).toList(), unread, next);
    }
}
