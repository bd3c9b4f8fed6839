package pl.odzew.notification.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.projection.kafka.Rebuild;
import pl.odzew.transport.transaction.Transactions;

/// The projection, as far as operators care for it.
@Path("/api/v1/operator/notification-service/projection")
@RolesAllowed("operator")
@Tag(name = "Operator")
public class ProjectionResource {

    private final Rebuild rebuild;
    private final AuditStore audit;
    private final Transactions transactions;
    private final SellerOfRequest person;
    private final Clock clock;

    ProjectionResource(
            Rebuild rebuild, AuditStore audit, Transactions transactions, SellerOfRequest person, Clock clock) {
        this.rebuild = rebuild;
        this.audit = audit;
        this.transactions = transactions;
        this.person = person;
        this.clock = clock;
    }

    /// @param records how many were read
    public record Outcome(long records) {}

    /// Opens no incident and sends no mail; answers when it is done.
    @POST
    @Path("/rebuild")
    @Operation(summary = "Build the projection anew from the topics")
    public Uni<Outcome> rebuild() {
        String actor = person.person();
        return rebuild.run()
                .call(records -> transactions.run(() -> audit.recordOfOperator(new AuditEntry(
                        clock.instant(), actor, "projection.rebuilt", "projection", records + " records"))))
                .map(Outcome::new);
    }
}
