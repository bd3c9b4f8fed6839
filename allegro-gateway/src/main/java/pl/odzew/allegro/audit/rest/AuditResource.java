package pl.odzew.allegro.audit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.audit.AuditEntry;
import pl.odzew.allegro.audit.postgres.AuditLog;
import pl.odzew.allegro.authorization.rest.RequestSeller;

/// What was changed for the seller in this service, the newest first.
@Path("/api/v1/audit/allegro-gateway")
@Tag(name = "Audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int MOST = 200;

    private final RequestSeller seller;
    private final AuditLog log;

    AuditResource(RequestSeller seller, AuditLog log) {
        this.seller = seller;
        this.log = log;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditEntry")
    record EntryView(
            @Schema(examples = "2026-11-28T10:15:30Z") Instant at,
            @Schema(examples = "anna") String actor,
            AuditEntry.Action action,

            @Schema(examples = "allegro-accounts/018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e20")
            String subject,

            @Schema(examples = "anna-shop") @Nullable String detail) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail());
        }
    }

    /// @param next the cursor of the next page; absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditPage")
    record PageView(List<EntryView> items, @Nullable String next) {}

    @GET
    @Operation(summary = "What was changed for the seller, the newest first")
    public Uni<PageView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit,
            @QueryParam("cursor") @Nullable Long cursor) {
        long before = cursor == null ? Long.MAX_VALUE : cursor;
        return log.of(seller.id(), before, limit + 1).map(entries -> page(entries, limit));
    }

    private static PageView page(List<AuditLog.Positioned> entries, int limit) {
        List<AuditLog.Positioned> shown = entries.subList(0, Math.min(limit, entries.size()));
        return new PageView(
                shown.stream().map(entry -> EntryView.of(entry.entry())).toList(),
                entries.size() > limit ? Long.toString(shown.getLast().position()) : null);
    }
}
