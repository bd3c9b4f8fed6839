package pl.odzew.mailbox.lease.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pl.odzew.mailbox.lease.Leases;

/// How the mailboxes are shared between the replicas.
@Path("/api/v1/operator/mailbox-service/leases")
@RolesAllowed("operator")
public class LeasesResource {

    private final Leases leases;

    LeasesResource(Leases leases) {
        this.leases = leases;
    }

    /// @param waiting mailboxes that no replica works on at this moment
    public record LeasesView(List<ReplicaView> replicas, int waiting) {}

    /// @param name the machine and the process
    public record ReplicaView(String id, String name, Instant startedAt, Instant lastSeenAt, int mailboxes) {}

    @GET
    @Operation(summary = "Shows which replica works on how many mailboxes")
    public Uni<LeasesView> get() {
        return Uni.createFrom()
                .completionStage(leases::distribution)
                .map(distribution -> new LeasesView(
                        distribution.replicas().stream()
                                .map(LeasesResource::view)
                                .toList(),
                        distribution.waiting()));
    }

    private static ReplicaView view(Leases.Replica replica) {
        return new ReplicaView(
                replica.id().toString(),
                replica.name(),
                replica.startedAt(),
                replica.lastSeenAt(),
                replica.mailboxes());
    }
}
