package pl.odzew.notification.board.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.board.Notification;
import pl.odzew.notification.board.postgres.BoardStore;

/// The notifications of the seller of the request, newest first.
@Authenticated
@Path("/api/v1/notifications")
@Tag(name = "Notifications", description = "What a seller should know, and what he has seen of it")
public class NotificationsResource {

    private static final int LARGEST_PAGE = 100;
    private static final String PAGE_EXAMPLE = "{\"items\": [" + NotificationView.EXAMPLE + "], \"unread\": 1}";

    private final BoardStore board;
    private final SellerOfRequest seller;
    private final Clock clock;

    NotificationsResource(BoardStore board, SellerOfRequest seller, Clock clock) {
        this.board = board;
        this.seller = seller;
        this.clock = clock;
    }

    /// @param unread how many of all the seller has not acknowledged
    /// @param next the cursor of the next page; absent on the last
    public record Page(
            List<NotificationView> items,
            long unread,
            @Nullable String next) {}

    public record Unread(long unread) {}

    @GET
    @Operation(summary = "A page of notifications, newest first, with the number of unread ones")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a locked mailbox", value = PAGE_EXAMPLE)))
    public Uni<Page> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int limit) {
        SellerId id = seller.id();
        Cursor from = cursor == null ? Cursor.start() : Cursor.parse(cursor);
        return Panache.withTransaction(() -> board.page(id, from.openedAt(), from.id(), limit + 1)
                .flatMap(found -> board.unread(id).map(unread -> page(found, limit, unread))));
    }

    @GET
    @Path("/unread")
    @Operation(summary = "How many notifications are unread")
    public Uni<Unread> unread() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> board.unread(id)).map(Unread::new);
    }

    /// Marks it as read; a second time changes nothing.
    @POST
    @Path("/{id}/acknowledge")
    @Operation(summary = "Mark one as read; a second time changes nothing")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "read", value = NotificationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "The seller has no such notification")
    public Uni<NotificationView> acknowledge(UUID id) {
        SellerId sellerId = seller.id();
        return Panache.withTransaction(() -> board.acknowledge(sellerId, id, clock.instant())
                .map(found -> NotificationView.of(found.orElseThrow(NotFoundException::new))));
    }

    /// Marks all as read that are there now.
    @POST
    @Path("/acknowledge")
    @Operation(summary = "Mark all as read")
    public Uni<Unread> acknowledgeAll() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> board.acknowledgeAll(id, clock.instant(), clock.instant())
                .chain(() -> board.unread(id))
                .map(Unread::new));
    }

    /// @param found one more than the limit, where there are more
    private static Page page(List<Notification> found, int limit, long unread) {
        List<Notification> shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? Cursor.after(shown.getLast()).encode() : null;
        return new Page(shown.stream().map(NotificationView::of).toList(), unread, next);
    }
}
