package pl.odzew.responder.audit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.access.rest.Paging;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.postgres.AuditLog;

/// What was changed for the seller in this service, the newest first.
@Path("/api/v1/audit/responder-service")
@Tag(name = "Audit")
@Authenticated
public class AuditResource {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditEntry")
    record EntryView(
            @Schema(examples = "2026-11-28T10:15:30Z") Instant at,
            @Schema(examples = "anna") String actor,
            AuditEntry.Action action,
            @Schema(examples = "autoresponder/rules") String subject,
            @Schema(examples = "version 4") @Nullable String detail) {

        static EntryView of(AuditEntry entry) {
            return new EntryView(entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail());
        }
    }

    /// @param next the cursor of the next page; absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditPage")
    record PageView(List<EntryView> items, @Nullable String next) {}

    private final CurrentSeller seller;
    private final AuditLog log;

    AuditResource(CurrentSeller seller, AuditLog log) {
        this.seller = seller;
        this.log = log;
    }

    @GET
    @Operation(summary = "What was changed for the seller, the newest first")
    public Uni<PageView> list(@RestQuery @DefaultValue("50") int limit, @RestQuery @Nullable Long cursor) {
        SellerId sellerId = seller.id();
        Paging.check(limit);
        return Panache.withSession(() -> log.of(sellerId, cursor, limit + 1)).map(entries -> {
            var shown = entries.subList(0, Math.min(limit, entries.size()));
            return new PageView(
                    shown.stream().map(entry -> EntryView.of(entry.entry())).toList(),
                    entries.size() > limit ? Long.toString(shown.getLast().position()) : null);
        });
    }
}
