package pl.odzew.notification.announcement.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.announcement.Affected;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.Announcements;
import pl.odzew.notification.announcement.Segment;
import pl.odzew.notification.announcement.letter.AnnouncementWriter;
import pl.odzew.notification.announcement.postgres.AnnouncementStore;
import pl.odzew.notification.announcement.postgres.AudienceStore;
import pl.odzew.notification.announcement.postgres.RecipientStore;
import pl.odzew.notification.announcement.rest.AnnouncementBody.SegmentBody;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.PostingException;
import pl.odzew.notification.delivery.Postman;
import pl.odzew.notification.problem.rest.InvalidFieldException;
import pl.odzew.notification.problem.rest.RefusedException;

/// Telling all sellers whom a coming change concerns: write, look whom it reaches, try it on oneself, schedule, watch.
@Path("/api/v1/operator/announcements")
@RolesAllowed("operator")
@Tag(name = "Operator: announcements", description = "Telling sellers of a change before it comes")
public class AnnouncementsResource {

    private static final int SAMPLE = 20;

    private final AnnouncementStore announcements;
    private final AudienceStore audience;
    private final RecipientStore recipients;
    private final AnnouncementWriter writer;
    private final Postman postman;
    private final AuditStore audit;
    private final SellerOfRequest person;
    private final Clock clock;

    AnnouncementsResource(
            AnnouncementStore announcements,
            AudienceStore audience,
            RecipientStore recipients,
            AnnouncementWriter writer,
            Postman postman,
            AuditStore audit,
            SellerOfRequest person,
            Clock clock) {
        this.announcements = announcements;
        this.audience = audience;
        this.recipients = recipients;
        this.writer = writer;
        this.postman = postman;
        this.audit = audit;
        this.person = person;
        this.clock = clock;
    }

    /// @param sample some of the sellers, the same ones each time
    public record Audience(long mailboxes, long sellers, List<Affected> sample) {}

    public record Schedule(@NotNull Instant startAt) {}

    /// @param email where the mail goes
    public record Trial(@NotNull String email, @Nullable Language language) {}

    @GET
    @Operation(summary = "All announcements, the newest first")
    public Uni<List<AnnouncementView>> list() {
        return Panache.withTransaction(announcements::all)
                .map(all ->
                        all.stream().map(one -> AnnouncementView.of(one, null)).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One announcement and how far it has come")
    public Uni<AnnouncementView> read(UUID id) {
        return Panache.withTransaction(() -> find(id).flatMap(this::view));
    }

    @POST
    @Operation(summary = "Write a draft")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "Google", value = AnnouncementBody.EXAMPLE)))
    @APIResponse(responseCode = "201", description = "The draft")
    public Uni<RestResponse<AnnouncementView>> create(@Valid @NotNull AnnouncementBody body) {
        Announcement draft = body.toAnnouncement(UUID.randomUUID(), clock.instant(), person.person());
        return Panache.withTransaction(
                        () -> announcements.add(draft).chain(() -> record("announcement.written", draft)))
                .replaceWith(RestResponse.ResponseBuilder.<AnnouncementView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/api/v1/operator/announcements/" + draft.id()))
                        .entity(AnnouncementView.of(draft, null))
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Write a draft anew")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    public Uni<AnnouncementView> rewrite(UUID id, @Valid @NotNull AnnouncementBody body) {
        return change(
                id,
                "announcement.rewritten",
                known -> known.state().mayBeEdited()
                        ? Optional.of(body.toAnnouncement(id, known.createdAt(), known.createdBy()))
                        : Optional.empty());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Throw a draft away")
    public Uni<Void> delete(UUID id) {
        return Panache.withTransaction(() -> lock(id).flatMap(known -> {
            if (!known.state().mayBeEdited()) {
                throw refused(known);
            }
            return announcements.delete(id).chain(() -> record("announcement.deleted", known));
        }));
    }

    @POST
    @Path("/audience")
    @Operation(summary = "Whom a segment takes in: how many, and a sample")
    public Uni<Audience> audienceOf(@Valid @NotNull SegmentBody body) {
        Segment segment = body.toSegment();
        return Panache.withTransaction(() -> audience(segment));
    }

    @GET
    @Path("/{id}/audience")
    @Operation(summary = "Whom the announcement concerns now: how many, and a sample")
    public Uni<Audience> audience(UUID id) {
        return Panache.withTransaction(() -> find(id).flatMap(known -> audience(known.segment())));
    }

    /// The mail as a seller would get it, about an invented mailbox with the address that was given.
    @POST
    @Path("/{id}/test")
    @Operation(summary = "Send the mail to oneself")
    @APIResponse(responseCode = "204", description = "The mail server has taken it")
    public Uni<Void> test(UUID id, @Valid @NotNull Trial trial) {
        MailAddress email = address(trial.email());
        Language language = trial.language() == null ? Language.PL : trial.language();
        Instant now = clock.instant();
        return Panache.withTransaction(() -> find(id).call(known -> record("announcement.tested", known))
                        .flatMap(known ->
                                writer.write(MailId.random(), known, example(email), List.of(email), language, now)))
                .flatMap(letter -> Uni.createFrom().completionStage(() -> postman.post(letter)))
                .onFailure(PostingException.class)
                .transform(failure -> RefusedException.conflict("The mail server: " + failure.getMessage()));
    }

    @POST
    @Path("/{id}/schedule")
    @Operation(summary = "Let it begin at a time")
    public Uni<AnnouncementView> schedule(UUID id, @Valid @NotNull Schedule schedule) {
        return change(id, "announcement.scheduled", known -> Announcements.schedule(known, schedule.startAt()));
    }

    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Hold it; mails just being handed over still leave")
    public Uni<AnnouncementView> pause(UUID id) {
        return change(id, "announcement.paused", Announcements::pause);
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Go on where it stopped")
    public Uni<AnnouncementView> resume(UUID id) {
        return change(id, "announcement.resumed", Announcements::resume);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Give it up; who has not got it will not, and nobody is reminded")
    public Uni<AnnouncementView> cancel(UUID id) {
        return change(id, "announcement.cancelled", Announcements::cancel);
    }

    private Uni<AnnouncementView> change(
            UUID id, String action, Function<Announcement, Optional<Announcement>> change) {
        return Panache.withTransaction(() -> lock(id).map(
                        known -> change.apply(known).orElseThrow(() -> refused(known)))
                .call(announcements::save)
                .call(changed -> record(action, changed))
                .flatMap(this::view));
    }

    private Uni<AnnouncementView> view(Announcement announcement) {
        return announcement.round() == 0
                ? Uni.createFrom().item(AnnouncementView.of(announcement, null))
                : recipients.progress(announcement).map(progress -> AnnouncementView.of(announcement, progress));
    }

    private Uni<Audience> audience(Segment segment) {
        return audience.size(segment)
                .flatMap(size -> audience.sample(segment, SAMPLE)
                        .map(sample -> new Audience(size.mailboxes(), size.sellers(), sample)));
    }

    private Uni<Announcement> find(UUID id) {
        return announcements.find(id).map(found -> found.orElseThrow(NotFoundException::new));
    }

    private Uni<Announcement> lock(UUID id) {
        return announcements.lock(id).map(found -> found.orElseThrow(NotFoundException::new));
    }

    private Uni<Void> record(String action, Announcement announcement) {
        return audit.recordOfOperator(new AuditEntry(
                clock.instant(), person.person(), action, announcement.id().toString(), announcement.name()));
    }

    private Affected example(MailAddress email) {
        return new Affected(new SellerId(person.person()), List.of(new Affected.Mailbox(UUID.randomUUID(), email)));
    }

    private static RefusedException refused(Announcement announcement) {
        return RefusedException.conflict("It is " + announcement.state());
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text.strip());
        } catch (IllegalArgumentException _) {
            throw new InvalidFieldException("email", "not a mail address");
        }
    }
}
