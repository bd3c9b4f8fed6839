package pl.odzew.mailbox.connection.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.AuditLog;

/// Who changed what in a seller's mailboxes.
@Path("/api/v1/audit/mailbox-service")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

    static final int PAGE = 50;

    private final CurrentSeller seller;
    private final AuditLog log;

    AuditResource(CurrentSeller seller, AuditLog log) {
        this.seller = seller;
        this.log = log;
    }

    @GET
    @Operation(summary = "Lists who changed what in the seller's mailboxes, the newest first")
    public Uni<AuditView> read(@QueryParam("cursor") @Nullable String cursor) {
        Long before = cursor(cursor);
        return Uni.createFrom()
                .completionStage(() -> log.read(Optional.of(seller.id()), before, PAGE))
                .map(entries -> AuditView.of(entries, PAGE, false));
    }

    static @Nullable Long cursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.field("cursor", "is none that we gave"));
        }
    }
}
