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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.access.rest.IfMatch;
import pl.odzew.responder.audit.AuditEntry;
import pl.odzew.responder.audit.AuditEntry.Action;
import pl.odzew.responder.audit.postgres.AuditLog;
import pl.odzew.responder.hours.Closure;
import pl.odzew.responder.hours.Country;
import pl.odzew.responder.hours.Interval;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.hours.document.HoursDocument;
import pl.odzew.responder.hours.document.HoursDocument.ClosureDocument;
import pl.odzew.responder.hours.document.HoursDocument.IntervalDocument;
import pl.odzew.responder.hours.document.HoursReader;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.rule.postgres.SellerDocuments.Kind;

/// When the seller works.
@Path("/api/v1/autoresponder/working-hours")
@Tag(name = "Autoresponder")
@Authenticated
public class WorkingHoursResource {

    private static final String EXAMPLE = """
            {"zone": "Europe/Warsaw",
             "week": {"MONDAY": [{"from": "09:00", "to": "12:00"}, {"from": "12:30", "to": "17:00"}],
                      "FRIDAY": [{"from": "09:00", "to": "15:00"}]},
             "holidays": ["PL"],
             "closures": [{"from": "2026-12-24", "to": "2027-01-02", "name": "Urlop"}]}""";

    /// @param version of the document; 0 as long as the seller has saved none
    /// @param always whether the seller has set no week and so works always
    /// @param openNow whether he works at this moment
    /// @param nextOpening when he begins to work next; absent where he never stops
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WorkingHoursView")
    record HoursView(
            long version,
            String zone,
            boolean always,
            Map<DayOfWeek, List<IntervalDocument>> week,
            List<Country> holidays,
            List<ClosureDocument> closures,
            boolean openNow,
            @Nullable OffsetDateTime nextOpening) {}

    private final CurrentSeller seller;
    private final SellerDocuments documents;
    private final AuditLog audit;
    private final PublicHolidays calendar;
    private final Clock clock;

    WorkingHoursResource(
            CurrentSeller seller, SellerDocuments documents, AuditLog audit, PublicHolidays calendar, Clock clock) {
        this.seller = seller;
        this.documents = documents;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "When the seller works; the ETag is the version")
    public Uni<Response> get() {
        SellerId sellerId = seller.id();
        return Panache.withSession(() -> documents
                .versions(sellerId)
                .flatMap(versions -> documents.hours(sellerId).map(document -> answer(document, versions.hours()))));
    }

    @PUT
    @Operation(summary = "Replaces the working hours as a whole; If-Match names the version that is replaced")
    @APIResponse(responseCode = "200", description = "Saved")
    @APIResponse(responseCode = "400", description = "A field is wrong; the problem names it in `field` and `errors`")
    @APIResponse(responseCode = "412", description = "Somebody changed them meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> put(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = HoursDocument.class),
                                            examples = @ExampleObject(name = "a week", value = EXAMPLE)))
                    @Nullable
                    HoursDocument body) {
        SellerId sellerId = seller.id();
        String actor = seller.person();
        if (body == null) {
            throw ProblemException.noBody();
        }
        HoursReader.read(body);
        long expected = IfMatch.version(ifMatch);
        return Panache.withTransaction(() -> documents
                .replace(sellerId, Kind.HOURS, expected, body)
                .call(version -> audit.add(new AuditEntry(
                        sellerId,
                        clock.instant(),
                        actor,
                        Action.WORKING_HOURS_CHANGED,
                        "autoresponder/working-hours",
                        "version " + version)))
                .map(version -> answer(body, version)));
    }

    private Response answer(HoursDocument document, long version) {
        return Response.ok(view(document, version)).tag(IfMatch.tag(version)).build();
    }

    private HoursView view(HoursDocument document, long version) {
        WorkingHours hours = HoursReader.readStored(document);
        Instant now = clock.instant();
        var week = new LinkedHashMap<DayOfWeek, List<IntervalDocument>>();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> week.put(
                        day,
                        hours.week().getOrDefault(day, List.of()).stream()
                                .map(WorkingHoursResource::view)
                                .toList()));
        return new HoursView(
                version,
                hours.zone().getId(),
                document.week() == null,
                week,
                hours.holidays().stream().sorted().toList(),
                hours.closures().stream().map(WorkingHoursResource::view).toList(),
                hours.isOpenAt(now, calendar),
                hours.nextOpeningAfter(now, calendar)
                        .map(ZonedDateTime::toOffsetDateTime)
                        .orElse(null));
    }

    private static IntervalDocument view(Interval interval) {
        return new IntervalDocument(time(interval.from()), time(interval.to()));
    }

    private static ClosureDocument view(Closure closure) {
        return new ClosureDocument(closure.from().toString(), closure.to().toString(), closure.name());
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
