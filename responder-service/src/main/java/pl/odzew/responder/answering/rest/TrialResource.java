package pl.odzew.responder.answering.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.answering.Trial;
import pl.odzew.responder.attachment.postgres.AttachmentRows;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.document.TextErrors;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.rule.postgres.SellerDocuments.Settings;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.postgres.TargetRows;
import pl.odzew.responder.wording.Filling;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Sample;
import pl.odzew.responder.wording.Template;
import pl.odzew.transport.outbox.Outbox;

/// A reply to the seller's own address.
@Path("/api/v1/autoresponder/trial")
@Tag(name = "Autoresponder")
@Authenticated
public class TrialResource {

    private static final String SUBJECT = "Próba autorespondera";
    private static final String EXAMPLE = """
            {"text": "Dzień dobry {{buyer|}}, odpiszemy: {{next-opening|wkrótce}}.", "language": "pl"}""";

    /// @param mailboxId through which it goes and to which it comes; absent: the first that works
    /// @param attachments of /autoresponder/attachments
    @Schema(name = "TrialRequest")
    record TrialBody(
            @Nullable String text,
            @Nullable String language,
            @Nullable UUID mailboxId,
            @Nullable List<@Nullable UUID> attachments) {}

    /// @param to the seller's own address
    @Schema(name = "Trial")
    record TrialView(
            ReplyId replyId,
            @Schema(examples = "anna@gmail.com") String to,
            String text) {}

    private final CurrentSeller seller;
    private final TargetRows targets;
    private final SellerDocuments documents;
    private final AttachmentRows attachments;
    private final Outbox outbox;
    private final AuditLog audit;
    private final PublicHolidays calendar;
    private final Clock clock;

    TrialResource(
            CurrentSeller seller,
            TargetRows targets,
            SellerDocuments documents,
            AttachmentRows attachments,
            Outbox outbox,
            AuditLog audit,
            PublicHolidays calendar,
            Clock clock) {
        this.seller = seller;
        this.targets = targets;
        this.documents = documents;
        this.attachments = attachments;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Sends a text, filled with a sample, to the seller's own address through his own mailbox")
    @APIResponse(responseCode = "202", description = "Requested; it arrives as a buyer would see it")
    @APIResponse(responseCode = "400", description = "The text has faults, as when it is saved")
    @APIResponse(responseCode = "409", description = "The seller has no mailbox that works")
    public Uni<Response> send(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TrialBody.class),
                                            examples = @ExampleObject(name = "a text", value = EXAMPLE)))
                    @Nullable
                    TrialBody body) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        if (body == null) {
            throw ProblemException.noBody();
        }
        Instant now = clock.instant();
        return Panache.withTransaction(() -> targets.of(sellerId)
                .flatMap(known -> documents
                        .of(sellerId)
                        .flatMap(settings -> attachments
                                .of(List.of(sellerId.value()))
                                .flatMap(files -> {
                                    var refs = SellerDocuments.byId(files.getOrDefault(sellerId.value(), List.of()));
                                    String text = text(body, settings, now);
                                    AutoresponderTarget mailbox = mailbox(known, body.mailboxId());
                                    var replyId = new ReplyId(UUID.randomUUID());
                                    var address = mailbox.addresses().getFirst();
                                    CloudEvent trial = Trial.of(
                                            sellerId,
                                            mailbox.target(),
                                            address,
                                            replyId,
                                            SUBJECT,
                                            text,
                                            chosen(body, refs),
                                            now);
                                    return outbox.add(trial)
                                            .chain(() -> audit.add(new AuditEntry(
                                                    sellerId,
                                                    now,
                                                    actor,
                                                    Action.TRIAL_SENT,
                                                    "autoresponder/trial",
                                                    null)))
                                            .replaceWith(Response.status(Response.Status.ACCEPTED)
                                                    .entity(new TrialView(replyId, address.value(), text))
                                                    .build());
                                }))));
    }

    private String text(TrialBody body, Settings settings, Instant now) {
        Template template = Template.of(body.text() == null ? "" : body.text());
        String signature = settings.rules().signature();
        List<FieldError> errors = template.faults(Template.MAIL_LIMIT, signature).stream()
                .filter(fault -> fault.kind().forbids())
                .map(fault -> TextErrors.error("text", fault))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        var sample = Sample.COMPLETE;
        var filling =
                new Filling(sample.buyer(), sample.offer(), sample.order(), settings.hours(), calendar, signature, now);
        String code = body.language();
        Language language = code == null
                ? settings.rules().language()
                : Language.of(code)
                        .orElseThrow(
                                () -> ProblemException.invalid("language", "pl, en, cs, sk, hu, uk or de expected"));
        return filling.fill(template, language);
    }

    private static AutoresponderTarget mailbox(SellerTargets targets, @Nullable UUID id) {
        return targets.connected()
                .filter(AutoresponderTarget::isMailbox)
                .filter(mailbox ->
                        id == null ? mailbox.working() : mailbox.target().id().equals(id))
                .findFirst()
                .orElseThrow(() -> id == null
                        ? ProblemException.conflict(
                                "A trial goes through a mailbox, and none of yours can be used at present.",
                                "/api/v1/mailboxes")
                        : ProblemException.invalid("mailboxId", "there is no such mailbox"));
    }

    private static List<AttachmentRef> chosen(TrialBody body, Map<UUID, AttachmentRef> stored) {
        var chosen = new ArrayList<AttachmentRef>();
        if (body.attachments() != null) {
            for (@Nullable UUID id : body.attachments()) {
                AttachmentRef ref = id == null ? null : stored.get(id);
                if (ref == null) {
                    throw ProblemException.invalid("attachments", "there is no such attachment");
                }
                chosen.add(ref);
            }
        }
        return chosen;
    }
}
