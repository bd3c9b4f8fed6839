package pl.odzew.responder.answering.rest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.postgres.TargetRows;

/// The buyers who had written before an Allegro account was linked: the seller is asked once whether to answer them.
@Path("/api/v1/autoresponder/targets/{id}/waiting-buyers")
@Tag(name = "Autoresponder")
@Authenticated
public class WaitingBuyersResource {

    /// @param since when the longest-waiting buyer wrote
    /// @param answered what the seller last said; it holds for everything written before
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingBuyersView(
            long count, @Nullable Instant since, @Nullable AnswerView answered) {}

    record AnswerView(boolean answer, Instant at) {}

    record AnswerBody(@Nullable Boolean answer) {}

    private final CurrentSeller seller;
    private final TargetRows rows;
    private final DecisionLog log;
    private final Desks desks;
    private final RepliesConfig config;
    private final AuditLog audit;
    private final Clock clock;

    WaitingBuyersResource(
            CurrentSeller seller,
            TargetRows rows,
            DecisionLog log,
            Desks desks,
            RepliesConfig config,
            AuditLog audit,
            Clock clock) {
        this.seller = seller;
        this.rows = rows;
        this.log = log;
        this.desks = desks;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "How many buyers had written before the account was linked, and what the seller said")
    public Uni<WaitingBuyersView> get(UUID id) {
        return view(seller.id(), id);
    }

    /// Yes answers the newest message of each buyer who still waits, through the same rules as any other message.
    @POST
    @Operation(summary = "Whether the buyers who have waited are answered; it holds for all written before")
    @APIResponse(responseCode = "200", description = "Said")
    @APIResponse(responseCode = "409", description = "The account's autoresponder is off")
    public Uni<WaitingBuyersView> answer(
            UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = AnswerBody.class),
                                            examples = @ExampleObject(name = "yes", value = "{\"answer\": true}")))
                    @Nullable
                    AnswerBody body) {
        SellerId sellerId = seller.id();
        if (body == null) {
            throw ProblemException.noBody();
        }
        String actor = seller.person();
        Boolean answer = body.answer();
        if (answer == null) {
            throw ProblemException.invalid(List.of(new FieldError("answer", "true or false expected")));
        }
        return Panache.withTransaction(() -> rows.of(sellerId)
                        .map(targets -> find(targets, id))
                        .flatMap(target -> desks.open(
                                new DeskRequest.WaitingBuyers(sellerId, target.target()),
                                open -> answer(requireNonNull(open.get(sellerId)), id, answer)))
                        .call(() -> audit.add(new AuditEntry(
                                sellerId,
                                clock.instant(),
                                actor,
                                Action.WAITING_BUYERS_ANSWERED,
                                "autoresponder/targets/" + id + "/waiting-buyers",
                                answer ? "yes" : "no"))))
                .chain(() -> view(sellerId, id));
    }

    private Uni<WaitingBuyersView> view(SellerId sellerId, UUID id) {
        return Panache.withSession(
                () -> rows.of(sellerId).map(targets -> find(targets, id)).flatMap(this::view));
    }

    private boolean answer(SellerDesk desk, UUID id, boolean yes) {
        AutoresponderTarget target = find(desk.targets(), id);
        if (yes && !target.enabled()) {
            throw ProblemException.conflict(
                    "Turn the autoresponder on for this target first.", "/api/v1/autoresponder/targets/" + id);
        }
        desk.answerWaitingBuyers(target.target(), yes, clock.instant());
        return yes;
    }

    private Uni<WaitingBuyersView> view(AutoresponderTarget target) {
        BacklogAnswer answer = target.backlogAnswer();
        AnswerView answered = answer == null ? null : new AnswerView(answer.yes(), answer.at());
        return log.waitingBuyers(target.target(), clock.instant().minus(config.ageLimit()))
                .map(waiting -> new WaitingBuyersView(waiting.count(), waiting.since(), answered));
    }

    private static AutoresponderTarget find(SellerTargets targets, UUID id) {
        return targets.connected()
                .filter(target -> target.target().id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
