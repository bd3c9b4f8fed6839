package pl.odzew.responder.rule.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.document.TextErrors;
import pl.odzew.responder.rule.document.TextWarning;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.rule.postgres.SellerDocuments.Settings;
import pl.odzew.responder.wording.Filling;
import pl.odzew.responder.wording.Language;
import pl.odzew.responder.wording.Sample;
import pl.odzew.responder.wording.Template;
import pl.odzew.responder.wording.TextFault;

/// What a text looks like when it is sent, and what is wrong with it, while the seller writes it.
@Path("/api/v1/autoresponder/preview")
@Tag(name = "Autoresponder")
@Authenticated
public class PreviewResource {

    private static final String EXAMPLE = """
            {"text": "Dzień dobry {{buyer|}}, dzisiaj pracujemy {{hours-today}}. Napisz przez sklep.pl",
             "language": "pl", "channel": "ALLEGRO", "sample": {"buyer": "jan_kowalski"}}""";

    /// @param language of the words for hours and days; pl by default
    /// @param channel which limits count; ALLEGRO by default, whose are the narrower
    /// @param sample what is known of the buyer; without it an example in which all is known
    /// @param at the moment of the reply; now by default
    @Schema(name = "PreviewRequest")
    record PreviewBody(
            @Nullable String text,
            @Nullable String language,
            @Nullable String channel,
            @Nullable Sample sample,
            @Nullable Instant at) {}

    /// @param length of this text, in UTF-16 code units as Allegro may count
    /// @param worstCaseLength when each placeholder has its longest value
    /// @param errors why it cannot be saved
    /// @param warnings why Allegro may hold it back
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Preview")
    record PreviewView(
            String text,
            int length,
            int worstCaseLength,
            int limit,
            List<FieldError> errors,
            List<TextWarning> warnings) {}

    private final CurrentSeller seller;
    private final SellerDocuments documents;
    private final PublicHolidays calendar;
    private final Clock clock;

    PreviewResource(CurrentSeller seller, SellerDocuments documents, PublicHolidays calendar, Clock clock) {
        this.seller = seller;
        this.documents = documents;
        this.calendar = calendar;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Fills a text with a sample and says what is wrong with it; nothing is saved")
    public Uni<PreviewView> preview(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = PreviewBody.class),
                                            examples = @ExampleObject(name = "a text", value = EXAMPLE)))
                    @Nullable
                    PreviewBody body) {
        SellerId sellerId = seller.id();
        if (body == null) {
            throw ProblemException.noBody();
        }
        String text = body.text();
        if (text == null || text.length() > Template.MAIL_LIMIT) {
            throw ProblemException.invalid("text", "at most " + Template.MAIL_LIMIT + " characters expected");
        }
        Language language = language(body.language());
        int limit = limit(body.channel());
        Sample sample = body.sample() == null ? Sample.COMPLETE : body.sample();
        Instant at = body.at() == null ? clock.instant() : body.at();
        return Panache.withSession(() -> documents.of(sellerId))
                .map(settings -> view(Template.of(text), language, limit, sample, settings, at));
    }

    private PreviewView view(
            Template template, Language language, int limit, Sample sample, Settings settings, Instant at) {
        String signature = settings.rules().signature();
        var filling =
                new Filling(sample.buyer(), sample.offer(), sample.order(), settings.hours(), calendar, signature, at);
        String filled = filling.fill(template, language);
        List<TextFault> faults = template.faults(limit, signature);
        return new PreviewView(
                filled,
                filled.length(),
                template.worstCaseLength(signature),
                limit,
                faults.stream()
                        .filter(fault -> fault.kind().forbids())
                        .map(fault -> TextErrors.error("text", fault))
                        .toList(),
                faults.stream()
                        .filter(fault -> !fault.kind().forbids())
                        .map(fault -> new TextWarning("text", fault.kind(), fault.position(), fault.excerpt()))
                        .toList());
    }

    private static Language language(@Nullable String code) {
        return code == null
                ? Language.PL
                : Language.of(code)
                        .orElseThrow(
                                () -> ProblemException.invalid("language", "pl, en, cs, sk, hu, uk or de expected"));
    }

    private static int limit(@Nullable String channel) {
        if (channel == null || channel.equals(Channel.ALLEGRO.name())) {
            return Template.ALLEGRO_LIMIT;
        }
        if (channel.equals(Channel.MAILBOX.name())) {
            return Template.MAIL_LIMIT;
        }
        throw ProblemException.invalid("channel", "MAILBOX or ALLEGRO expected");
    }
}
