package pl.odzew.responder.answering.rest;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.answering.postgres.StopSwitches;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;

/// The seller's emergency stop: while it is on, nothing is answered; what would be answered waits, and expires.
@Path("/api/v1/autoresponder/stop")
@Tag(name = "Autoresponder")
@Authenticated
public class StopResource {

    private final CurrentSeller seller;
    private final StopSwitches switches;
    private final Desks desks;
    private final AuditLog audit;
    private final Clock clock;

    StopResource(CurrentSeller seller, StopSwitches switches, Desks desks, AuditLog audit, Clock clock) {
        this.seller = seller;
        this.switches = switches;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Whether the seller's stop, or the installation's, holds all replies, and how many wait")
    public Uni<StopView> get() {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> switches.of(sellerId)).map(StopView::of);
    }

    /// Replies that have not left are asked back; on release what waited is decided, the newest message of each
    /// buyer.
    @PUT
    @Operation(summary = "Turns the seller's stop on or off")
    public Uni<StopView> put(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = StopBody.class),
                                            examples = @ExampleObject(name = "stop", value = "{\"stopped\": true}")))
                    @Nullable
                    StopBody body) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        boolean stopped = StopBody.wanted(body);
        return Panache.withTransaction(() -> desks.open(new DeskRequest.Stop(Set.of(sellerId)), open -> {
                            SellerDesk desk = requireNonNull(open.get(sellerId));
                            boolean turned = desk.stopped() != stopped;
                            desk.stop(stopped, clock.instant());
                            return turned;
                        })
                        .call(turned -> turned
                                ? audit.add(new AuditEntry(
                                        sellerId,
                                        clock.instant(),
                                        actor,
                                        stopped ? Action.STOPPED : Action.RELEASED,
                                        "autoresponder/stop",
                                        null))
                                : Uni.createFrom().voidItem()))
                .chain(this::get);
    }
}
