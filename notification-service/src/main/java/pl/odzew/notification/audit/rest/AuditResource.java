package pl.odzew.notification.audit.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.problem.rest.InvalidFieldException;

/// What was changed in this service for the seller of the request, and what operators did.
@Path("/api/v1")
@Tag(name = "Audit")
public class AuditResource {

    private static final int LARGEST_PAGE = 100;
    private static final String EXAMPLE = """
            {"items": [{"at": "2026-11-23T17:05:12Z", "actor": "anna", "action": "contact.changed",
              "subject": "contact", "detail": "language EN"}]}""";

    private final AuditStore audit;
    private final SellerOfRequest seller;

    AuditResource(AuditStore audit, SellerOfRequest seller) {
        this.audit = audit;
        this.seller = seller;
    }

    /// @param next the cursor of the next page; absent on the last
    public record Page(List<AuditEntry> items, @Nullable String next) {

        static Page of(AuditStore.Page page) {
            return new Page(page.items(), page.next() == null ? null : Long.toString(page.next()));
        }
    }

    @GET
    @Path("/audit/notification-service")
    @Authenticated
    @Operation(summary = "What was changed for the seller in this service, newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a language was chosen", value = EXAMPLE)))
    public Uni<Page> ofSeller(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        SellerId id = seller.id();
        long before = before(cursor);
        return Panache.withTransaction(() -> audit.page(id, before, limit)).map(Page::of);
    }

    @GET
    @Path("/operator/notification-service/audit")
    @RolesAllowed("operator")
    @Operation(summary = "What operators did in this service, newest first")
    public Uni<Page> ofOperators(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        long before = before(cursor);
        return Panache.withTransaction(() -> audit.pageOfOperators(before, limit))
                .map(Page::of);
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw new InvalidFieldException("cursor", "not a cursor that this list gave");
        }
    }
}
