package pl.odzew.responder.settings.rest;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.responder.settings.postgres.TargetRows;

/// What the seller set for each mailbox and Allegro account.
@Path("/api/v1/autoresponder/targets")
@Tag(name = "Autoresponder")
@Authenticated
public class TargetsResource {

    private static final String LINKING = "/api/v1/allegro-accounts/links";

    private final CurrentSeller seller;
    private final TargetRows rows;
    private final Desks desks;
    private final AuditLog audit;
    private final Clock clock;

    TargetsResource(CurrentSeller seller, TargetRows rows, Desks desks, AuditLog audit, Clock clock) {
        this.seller = seller;
        this.rows = rows;
        this.desks = desks;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The seller's mailboxes and Allegro accounts, each with its version and text")
    public Uni<List<TargetView>> list() {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> rows.of(sellerId))
                .map(targets -> targets.connected()
                        .map(target -> TargetView.of(target, targets))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One mailbox or Allegro account")
    public Uni<TargetView> get(UUID id) {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> rows.of(sellerId)).map(targets -> view(targets, id));
    }

    /// Version 3 on a mailbox turns its Allegro account on, withdraws the mails that have not left, and leaves the
    /// account's mails to the API; version 1 turned on again goes the way back.
    @PUT
    @Path("/{id}")
    @Operation(summary = "Sets version, text, and on or off; version 3 on a mailbox turns its Allegro account on")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "400", description = "A field is wrong; in a text with `code` and `position`")
    @APIResponse(responseCode = "409", description = "Version 3 without a linked account; `remedy` says where to link")
    public Uni<TargetView> put(
            UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SettingsBody.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "version 2, on",
                                                            value =
                                                                    "{\"version\": 2, \"enabled\": true, \"text\": \"Dziękujemy, odpiszemy.\"}")))
                    @Nullable
                    SettingsBody body) {
        SellerId sellerId = seller.id();
        if (body == null) {
            throw ProblemException.noBody();
        }
        String actor = seller.person();
        SettingsChange change = body.toChange();
        return Panache.withTransaction(() -> desks.open(new DeskRequest.TargetChanges(Set.of(sellerId)), open -> {
                    SellerDesk desk = requireNonNull(open.get(sellerId));
                    return view(change(desk, id, change), id);
                })
                .call(view -> audit.add(new AuditEntry(
                        sellerId,
                        clock.instant(),
                        actor,
                        Action.TARGET_CHANGED,
                        "autoresponder/targets/" + id,
                        "version " + view.version().number() + (view.enabled() ? ", on" : ", off")))));
    }

    private SellerTargets change(SellerDesk desk, UUID id, SettingsChange change) {
        AutoresponderTarget target = find(desk.targets(), id);
        return switch (desk.change(target.target(), change, clock.instant())) {
            case SettingsOutcome.Changed changed -> changed.targets();
            case SettingsOutcome.NoSuchTarget _ -> throw ProblemException.notFound();
            case SettingsOutcome.VersionNotOffered _ ->
                throw ProblemException.invalid(List.of(SettingsBody.VERSION_NOT_OFFERED));
            case SettingsOutcome.NeedsAllegroAccount _ ->
                throw ProblemException.conflict(
                        "Version 3 answers through an Allegro account. Link the account that has " + target.name()
                                + " among its addresses first: POST " + LINKING,
                        LINKING);
        };
    }

    private static TargetView view(SellerTargets targets, UUID id) {
        return TargetView.of(find(targets, id), targets);
    }

    private static AutoresponderTarget find(SellerTargets targets, UUID id) {
        return targets.connected()
                .filter(target -> target.target().id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
