package pl.odzew.responder.rehearsal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.attachment.postgres.AttachmentRows;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.hours.document.HoursDocument;
import pl.odzew.responder.hours.document.HoursReader;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rehearsal.Past;
import pl.odzew.responder.rehearsal.Rehearsal;
import pl.odzew.responder.rehearsal.Rehearsed;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.rule.document.RulesDocument;
import pl.odzew.responder.rule.document.RulesReader;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.settings.postgres.TargetRows;

/// What other rules or hours would have done with the messages of the last 30 days.
@Path("/api/v1/autoresponder/rehearsal")
@Tag(name = "Autoresponder")
@Authenticated
public class RehearsalResource {

    private static final Duration PAST = Duration.ofDays(30);
    private static final int MOST_MESSAGES = 2_000;
    private static final int MOST_ITEMS = 500;
    private static final int DEFAULT_ITEMS = 100;
    private static final int EXCERPT = 200;

    private static final String EXAMPLE = """
            {"rules": {"rules": [{"name": "Faktury", "when": {"keywords": ["faktura"]},
                                  "then": {"kind": "REPLY", "texts": {"pl": "Fakturę wyślemy dzisiaj."}}}]},
             "onlyChanged": true, "limit": 50}""";

    /// @param rules in place of the saved ones; absent: the saved ones
    /// @param workingHours as the rules
    /// @param onlyChanged whether to leave out messages of which the same would become
    /// @param limit how many messages to show, the newest; 100 by default
    @Schema(name = "RehearsalRequest")
    record RehearsalBody(
            @Nullable RulesDocument rules,
            @Nullable HoursDocument workingHours,
            @Nullable Boolean onlyChanged,
            @Nullable Integer limit) {}

    /// @param reason of silence or waiting
    /// @param text of the reply that would leave
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RehearsedOutcome")
    record OutcomeView(
            @Schema(examples = "REPLY") String outcome,
            @Nullable String reason,
            @Nullable String rule,
            @Nullable String text) {

        static OutcomeView of(Outcome outcome, @Nullable String text) {
            return switch (outcome) {
                case Outcome.Answered answered -> new OutcomeView("REPLY", null, answered.rule(), text);
                case Outcome.Silent silent ->
                    new OutcomeView("SILENCE", silent.reason().name(), silent.rule(), null);
                case Outcome.Waiting waiting ->
                    new OutcomeView("WAITING", waiting.reason().name(), null, null);
            };
        }
    }

    /// @param excerpt of the buyer's words
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RehearsedMessage")
    record ItemView(
            EventId messageId,
            ConversationId conversationId,
            Channel channel,
            Instant receivedAt,
            @Nullable String buyer,
            @Nullable String subject,
            String excerpt,
            boolean changed,
            OutcomeView before,
            OutcomeView after) {

        static ItemView of(Rehearsed rehearsed) {
            RecordedDecision decision = rehearsed.past().decision();
            var message = rehearsed.past().message();
            String words = message.text().value();
            return new ItemView(
                    decision.messageId(),
                    decision.conversationId(),
                    decision.target().channel(),
                    decision.receivedAt(),
                    decision.buyer().login() != null
                            ? decision.buyer().login()
                            : decision.buyer().maskedLocalPart(),
                    message.subject(),
                    words.substring(0, Math.min(EXCERPT, words.length())),
                    rehearsed.isChanged(),
                    OutcomeView.of(decision.outcome(), null),
                    OutcomeView.of(rehearsed.after(), rehearsed.text()));
        }
    }

    /// @param messages how many were rehearsed
    /// @param complete whether these are all of the 30 days; otherwise the newest of them
    /// @param before how many had which outcome
    /// @param after how many would have had which outcome
    /// @param items the newest first
    @Schema(name = "Rehearsal")
    record RehearsalView(
            int messages,
            boolean complete,
            long changed,
            Map<String, Long> before,
            Map<String, Long> after,
            List<ItemView> items) {}

    private final CurrentSeller seller;
    private final DecisionLog log;
    private final SellerDocuments documents;
    private final TargetRows targets;
    private final AttachmentRows attachments;
    private final BaseForms baseForms;
    private final RepliesConfig config;
    private final Rehearsal rehearsal;
    private final Clock clock;

    RehearsalResource(
            CurrentSeller seller,
            DecisionLog log,
            SellerDocuments documents,
            TargetRows targets,
            AttachmentRows attachments,
            BaseForms baseForms,
            RepliesConfig config,
            ReplyDecider decider,
            Clock clock) {
        this.seller = seller;
        this.log = log;
        this.documents = documents;
        this.targets = targets;
        this.attachments = attachments;
        this.baseForms = baseForms;
        this.config = config;
        this.rehearsal = new Rehearsal(decider);
        this.clock = clock;
    }

    private record Material(SellerSettings settings, List<Past> past) {}

    @POST
    @Operation(
            summary = "What rules or hours that are not saved would have done with the last 30 days' messages",
            description = "Targets are taken as they are set now. Nothing is saved and nothing is sent.")
    @APIResponse(responseCode = "200", description = "Both outcomes of each message")
    @APIResponse(responseCode = "400", description = "The rules have faults, as when they are saved")
    public Uni<RehearsalView> rehearse(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RehearsalBody.class),
                                            examples = @ExampleObject(name = "another rule", value = EXAMPLE)))
                    @Nullable
                    RehearsalBody body) {
        SellerId sellerId = seller.id();
        if (body == null) {
            throw ProblemException.noBody();
        }
        int limit = body.limit() == null ? DEFAULT_ITEMS : body.limit();
        if (limit < 1 || limit > MOST_ITEMS) {
            throw ProblemException.invalid("limit", "1 to " + MOST_ITEMS + " expected");
        }
        boolean onlyChanged = Boolean.TRUE.equals(body.onlyChanged());
        return Panache.withSession(() -> settings(sellerId, body)
                        .flatMap(settings -> log.recorded(
                                        sellerId, clock.instant().minus(PAST), MOST_MESSAGES + 1)
                                .map(recorded -> new Material(
                                        settings,
                                        recorded.stream()
                                                .map(one -> new Past(one.decision(), one.message()))
                                                .toList()))))
                // Thousands of decisions are more than an event loop should do at once.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(material -> view(sellerId, material, onlyChanged, limit));
    }

    private Uni<SellerSettings> settings(SellerId sellerId, RehearsalBody body) {
        return documents
                .of(sellerId)
                .flatMap(saved -> targets.of(sellerId)
                        .flatMap(targetsNow -> attachments
                                .of(List.of(sellerId.value()))
                                .map(files -> {
                                    var refs = SellerDocuments.byId(files.getOrDefault(sellerId.value(), List.of()));
                                    RuleSet rules = body.rules() == null
                                            ? saved.rules()
                                            : RulesReader.read(body.rules(), config.buyerWindow(), baseForms, refs)
                                                    .rules();
                                    WorkingHours hours = body.workingHours() == null
                                            ? saved.hours()
                                            : HoursReader.read(body.workingHours());
                                    return new SellerSettings(targetsNow, rules, hours, false);
                                })));
    }

    private RehearsalView view(SellerId sellerId, Material material, boolean onlyChanged, int limit) {
        List<Past> all = material.past();
        boolean complete = all.size() <= MOST_MESSAGES;
        List<Past> past = complete ? all : all.subList(all.size() - MOST_MESSAGES, all.size());
        List<Rehearsed> rehearsed = rehearsal.of(sellerId, past, material.settings());
        return new RehearsalView(
                past.size(),
                complete,
                rehearsed.stream().filter(Rehearsed::isChanged).count(),
                counts(rehearsed, one -> one.past().decision().outcome()),
                counts(rehearsed, Rehearsed::after),
                rehearsed.reversed().stream()
                        .filter(one -> !onlyChanged || one.isChanged())
                        .limit(limit)
                        .map(ItemView::of)
                        .toList());
    }

    private static Map<String, Long> counts(List<Rehearsed> rehearsed, Function<Rehearsed, Outcome> which) {
        var counts = new TreeMap<String, Long>();
        rehearsed.forEach(
                one -> counts.merge(OutcomeView.of(which.apply(one), null).outcome(), 1L, Long::sum));
        return counts;
    }
}
