package pl.odzew.notification.contact.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.contact.BounceReport;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.contact.postgres.ContactStore.Suppressed;
import pl.odzew.notification.problem.rest.InvalidFieldException;

/// Addresses that take no mail: told by the operator's mail service, or read from what his mail server returns.
@Path("/api/v1/operator/notification-service/suppressions")
@RolesAllowed("operator")
@Tag(name = "Operator: suppressions", description = "Addresses that are written to no more, since mail came back")
public class SuppressionsResource {

    private final ContactStore contacts;
    private final AuditStore audit;
    private final SellerOfRequest person;
    private final Clock clock;

    SuppressionsResource(ContactStore contacts, AuditStore audit, SellerOfRequest person, Clock clock) {
        this.contacts = contacts;
        this.audit = audit;
        this.person = person;
        this.clock = clock;
    }

    /// @param reason what the mail service said
    public record Bounce(@NotNull String address, @Nullable String reason) {}

    /// @param addresses that are written to no more from here on
    public record Outcome(List<String> addresses) {}

    @GET
    @Operation(summary = "The addresses, the latest first")
    public Uni<List<Suppressed>> list(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return Panache.withTransaction(() -> contacts.suppressed(limit));
    }

    @POST
    @Operation(summary = "Write to an address no more; for the webhook of a mail service")
    public Uni<Outcome> add(@Valid @NotNull Bounce bounce) {
        String reason = bounce.reason() == null ? "bounce" : bounce.reason();
        return suppress(List.of(address(bounce.address())), reason);
    }

    /// The mail as it came, so that a mail server can pipe what is returned to the sender's address.
    /// Reports of a delay, of a full mailbox or about ourselves suppress nobody.
    @POST
    @Path("/report")
    @Consumes({"message/rfc822", "text/plain"})
    @Operation(summary = "Read a returned mail (RFC 3464), and write to its dead addresses no more")
    public Uni<Outcome> report(@NotNull String mail) {
        return suppress(BounceReport.deadAddresses(mail), "returned mail");
    }

    @DELETE
    @Operation(summary = "Write to an address again")
    public Uni<Void> release(@QueryParam("address") @NotNull String text) {
        MailAddress address = address(text);
        return Panache.withTransaction(() -> contacts.release(address).flatMap(released -> {
            if (!released) {
                throw new NotFoundException();
            }
            return record("suppression.released", address.value(), null);
        }));
    }

    private Uni<Outcome> suppress(List<MailAddress> addresses, String reason) {
        return Panache.withTransaction(() -> Multi.createFrom()
                        .iterable(addresses)
                        .onItem()
                        .transformToUniAndConcatenate(address -> contacts.suppress(address, reason, clock.instant())
                                .chain(() -> record("suppression.added", address.value(), reason)))
                        .collect()
                        .last())
                .replaceWith(
                        new Outcome(addresses.stream().map(MailAddress::value).toList()));
    }

    private Uni<Void> record(String action, String subject, @Nullable String detail) {
        return audit.recordOfOperator(new AuditEntry(clock.instant(), person.person(), action, subject, detail));
    }

    private static MailAddress address(String text) {
        try {
            return new MailAddress(text.strip());
        } catch (IllegalArgumentException _) {
            throw new InvalidFieldException("address", "not a mail address");
        }
    }
}
