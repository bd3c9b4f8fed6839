package pl.odzew.mailbox.connection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.mailbox.connection.AuditLog;
import pl.odzew.mailbox.connection.Guards;
import pl.odzew.mailbox.connection.Guards.Standing;
import pl.odzew.mailbox.connection.MailboxCounts;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.ProviderKey;

/// How the service is, for whoever runs it.
@Path("/api/v1/operator/mailbox-service")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operator")
public class OperatorResource {

    private final MailboxCounts counts;
    private final Guards guards;
    private final AuditLog log;

    OperatorResource(MailboxCounts counts, Guards guards, AuditLog log) {
        this.counts = counts;
        this.guards = guards;
        this.log = log;
    }

    /// How many mailboxes of a provider are in a condition, and why.
    record StatesView(List<MailboxCounts.Count> items) {}

    record GuardsView(List<GuardView> items) {}

    /// How the outage guard stands at a provider.
    ///
    /// @param state `WATCHING`, `HOLDING`, `EASING` or `WARNING`
    /// @param cause what most of the refusals are
    /// @param pagedAt when an operator was called
    /// @param canaries how many try at once
    /// @param suspects mailboxes in doubt
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Guard", example = """
                    {"provider": "GMAIL", "state": "HOLDING", "cause": "DOUBTFUL_REFUSALS",
                     "since": "2026-11-23T12:00:00Z", "pagedAt": "2026-11-23T12:05:00Z",
                     "canaries": 1, "mailboxes": 1000, "suspects": 412}
                    """)
    record GuardView(
            String provider,
            String state,
            OutageGuard.@Nullable Cause cause,
            @Nullable Instant since,
            @Nullable Instant pagedAt,
            @Nullable Integer canaries,
            int mailboxes,
            int suspects) {

        static GuardView of(ProviderKey provider, Standing standing) {
            int mailboxes = standing.counts().mailboxes();
            int suspects = standing.counts().suspects();
            return switch (standing.guard()) {
                case OutageGuard.Watching _ ->
                    new GuardView(provider.value(), "WATCHING", null, null, null, null, mailboxes, suspects);
                case OutageGuard.Holding holding ->
                    new GuardView(
                            provider.value(),
                            "HOLDING",
                            holding.cause(),
                            holding.since(),
                            holding.pagedAt(),
                            holding.canaries(),
                            mailboxes,
                            suspects);
                case OutageGuard.Easing easing ->
                    new GuardView(provider.value(), "EASING", null, easing.since(), null, null, mailboxes, suspects);
                case OutageGuard.Warning warning ->
                    new GuardView(provider.value(), "WARNING", null, warning.since(), null, null, mailboxes, suspects);
            };
        }
    }

    @GET
    @Path("states")
    @Operation(summary = "Counts the mailboxes by provider, condition and reason")
    public Uni<StatesView> states() {
        return Uni.createFrom().completionStage(counts::count).map(StatesView::new);
    }

    @GET
    @Path("guard")
    @Operation(summary = "Shows the providers whose refusals are doubted, or where anybody is in doubt")
    public Uni<GuardsView> guard() {
        return Uni.createFrom()
                .completionStage(() -> guards.notable(1))
                .map(notable -> new GuardsView(notable.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<ProviderKey, Standing> entry) ->
                                entry.getKey().value()))
                        .map(entry -> GuardView.of(entry.getKey(), entry.getValue()))
                        .toList()));
    }

    @GET
    @Path("audit")
    @Operation(summary = "Lists who changed what, of all sellers or of one")
    public Uni<AuditView> audit(
            @QueryParam("seller") @Nullable String seller, @QueryParam("cursor") @Nullable String cursor) {
        Long before = AuditResource.cursor(cursor);
        return Uni.createFrom()
                .completionStage(() -> log.read(
                        Optional.ofNullable(seller).filter(id -> !id.isBlank()).map(SellerId::new),
                        before,
                        AuditResource.PAGE))
                .map(entries -> AuditView.of(entries, AuditResource.PAGE, true));
    }
}
