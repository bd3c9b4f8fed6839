package pl.odzew.responder.rule.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.access.rest.IfMatch;
import pl.odzew.responder.attachment.postgres.AttachmentRows;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.rule.document.RulesDocument;
import pl.odzew.responder.rule.document.RulesDocument.ResponseDocument;
import pl.odzew.responder.rule.document.RulesDocument.RuleDocument;
import pl.odzew.responder.rule.document.RulesReader;
import pl.odzew.responder.rule.document.TextWarning;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.rule.postgres.SellerDocuments.Kind;

/// The seller's rules, read and replaced as a whole.
@Path("/api/v1/autoresponder/rules")
@Tag(name = "Autoresponder")
@Authenticated
public class RulesResource {

    /// A set of rules as the documentation shows it.
    static final String EXAMPLE = """
            {"windowHours": 24, "delayMinutes": 5, "silenceAfterPersonMinutes": 30, "language": "pl",
             "signature": "Sklep Anna",
             "rules": [
               {"name": "Reklama", "when": {"keywords": ["współpraca reklamowa"]}, "then": {"kind": "SILENCE"}},
               {"name": "Faktury", "when": {"keywords": ["faktura"], "hasOrder": true},
                "then": {"kind": "REPLY",
                         "texts": {"pl": "Dzień dobry {{buyer|}}, fakturę do zamówienia {{order|}} wyślemy dzisiaj.\\n{{signature}}",
                                   "cs": "Dobrý den, fakturu pošleme dnes.\\n{{signature}}"}}},
               {"name": "Po godzinach", "when": {"workingHours": false},
                "then": {"kind": "REPLY",
                         "texts": {"pl": "Odpiszemy: {{next-opening|wkrótce}}. Dzisiaj: {{hours-today}}."}}}],
             "defaultReply": {"kind": "REPLY", "texts": {"pl": "Dziękujemy za wiadomość, odpowiemy wkrótce."}}}""";

    /// @param version 0 as long as the seller has saved none
    /// @param warnings what texts may cost the seller: Allegro holds back messages with links
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RulesView")
    record RulesView(
            long version,
            long windowHours,
            long delayMinutes,
            long silenceAfterPersonMinutes,
            String language,
            String signature,
            List<String> neverReply,
            List<@Nullable RuleDocument> rules,
            @Nullable ResponseDocument defaultReply,
            List<TextWarning> warnings) {}

    private final CurrentSeller seller;
    private final SellerDocuments documents;
    private final AttachmentRows attachments;
    private final AuditLog audit;
    private final BaseForms baseForms;
    private final RepliesConfig config;
    private final Clock clock;

    RulesResource(
            CurrentSeller seller,
            SellerDocuments documents,
            AttachmentRows attachments,
            AuditLog audit,
            BaseForms baseForms,
            RepliesConfig config,
            Clock clock) {
        this.seller = seller;
        this.documents = documents;
        this.attachments = attachments;
        this.audit = audit;
        this.baseForms = baseForms;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The seller's rules; the ETag is the version")
    public Uni<Response> get() {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> documents
                .versions(sellerId)
                .flatMap(versions -> documents
                        .rules(sellerId)
                        .flatMap(document -> stored(sellerId)
                                .map(refs -> answer(
                                        document,
                                        RulesReader.warnings(document, config.buyerWindow(), baseForms, refs),
                                        versions.rules())))));
    }

    @PUT
    @Operation(summary = "Replaces the rules as a whole; If-Match names the version that is replaced")
    @APIResponse(responseCode = "200", description = "Saved, with warnings where a text may be held back by Allegro")
    @APIResponse(
            responseCode = "400",
            description = "A field is wrong; `errors` names each, in texts with `code` and `position`")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> put(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RulesDocument.class),
                                            examples = @ExampleObject(name = "a shop's rules", value = EXAMPLE)))
                    @Nullable
                    RulesDocument body) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        if (body == null) {
            throw ProblemException.noBody();
        }
        return Panache.withTransaction(() -> stored(sellerId).flatMap(refs -> {
            RulesReader.Reading reading = RulesReader.read(body, config.buyerWindow(), baseForms, refs);
            return documents
                    .replace(sellerId, Kind.RULES, IfMatch.version(ifMatch), body)
                    .call(version -> audit.add(new AuditEntry(
                            sellerId,
                            clock.instant(),
                            actor,
                            Action.RULES_CHANGED,
                            "autoresponder/rules",
                            "version " + version)))
                    .map(version -> answer(body, reading, version));
        }));
    }

    private Uni<Map<UUID, AttachmentRef>> stored(SellerId sellerId) {
        return attachments
                .of(List.of(sellerId.value()))
                .map(files -> SellerDocuments.byId(files.getOrDefault(sellerId.value(), List.of())));
    }

    private static Response answer(RulesDocument document, RulesReader.Reading reading, long version) {
        RuleSet rules = reading.rules();
        return Response.ok(new RulesView(
                        version,
                        rules.window().toHours(),
                        rules.delay().toMinutes(),
                        rules.silenceAfterPerson().toMinutes(),
                        rules.language().code(),
                        rules.signature(),
                        rules.neverReply().stream().sorted().toList(),
                        rulesOf(document),
                        document.defaultReply(),
                        reading.warnings()))
                .tag(IfMatch.tag(version))
                .build();
    }

    private static List<@Nullable RuleDocument> rulesOf(RulesDocument document) {
        List<@Nullable RuleDocument> rules = document.rules();
        return rules == null ? new ArrayList<>() : rules;
    }
}
