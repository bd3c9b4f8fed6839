package pl.odzew.notification.verification.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.notification.problem.rest.InvalidFieldException;
import pl.odzew.notification.problem.rest.RefusedException;
import pl.odzew.notification.verification.AddressPolicy;
import pl.odzew.notification.verification.ContactAddress;
import pl.odzew.notification.verification.postgres.AddressStore;

/// Where the seller of the request is written to, in which language, and what he does not want to be written.
@Authenticated
@Path("/api/v1/contact")
@Tag(name = "Contact", description = "Where and how a seller is written to")
public class ContactResource {

    private static final String EMAIL = "email";

    private final ContactStore contacts;
    private final AddressStore addresses;
    private final MailStore mails;
    private final AuditStore audit;
    private final SellerOfRequest seller;
    private final Clock clock;

    ContactResource(
            ContactStore contacts,
            AddressStore addresses,
            MailStore mails,
            AuditStore audit,
            SellerOfRequest seller,
            Clock clock) {
        this.contacts = contacts;
        this.addresses = addresses;
        this.mails = mails;
        this.audit = audit;
        this.seller = seller;
        this.clock = clock;
    }

    /// @param reminders whether trouble that lasts is told again; left as it is where absent
    /// @param announcements whether the operator's announcements come by mail; left as it is where absent
    public record ContactChange(
            @NotNull Language language,
            @Nullable Boolean reminders,
            @Nullable Boolean announcements) {

        private String inWords() {
            return Stream.of(
                            "language " + language,
                            reminders == null ? "" : "reminders " + reminders,
                            announcements == null ? "" : "announcements " + announcements)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    public record NewAddress(@NotNull String email) {}

    @GET
    @Operation(summary = "Where and how the seller is written to")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a proved address", value = ContactView.EXAMPLE)))
    public Uni<ContactView> read() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> view(id));
    }

    @PUT
    @Operation(summary = "Choose the language, and whether reminders and announcements come by mail")
    public Uni<ContactView> change(@Valid @NotNull ContactChange change) {
        SellerId id = seller.id();
        return Panache.withTransaction(
                () -> contacts.choose(id, change.language(), change.reminders(), change.announcements())
                        .chain(() -> record(id, "contact.changed", "contact", change.inWords()))
                        .chain(() -> view(id)));
    }

    /// A link leaves for the address; until it is opened there, mails go where they went before.
    @POST
    @Path("/addresses")
    @Operation(summary = "Give a further address; a link to prove it is mailed there")
    @APIResponse(responseCode = "201", description = "The address, PENDING until the link is opened")
    @APIResponse(responseCode = "409", description = "It is there already, or there are five already")
    public Uni<RestResponse<ContactView.Address>> add(@Valid @NotNull NewAddress body) {
        SellerId id = seller.id();
        MailAddress email = address(body.email());
        Instant now = clock.instant();
        return Panache.withTransaction(() -> mails.lockSeller(id)
                        .chain(() -> addresses.of(id))
                        .invoke(known -> refuseIfTooMany(known, email))
                        .chain(() -> addresses.add(id, email, now))
                        .call(added -> mails.add(
                                id,
                                MailKind.ADDRESS_VERIFICATION,
                                now,
                                added.id().toString()))
                        .call(added -> record(id, "contact.address-added", email.value(), null)))
                .map(added -> RestResponse.status(RestResponse.Status.CREATED, ContactView.Address.of(added)));
    }

    @POST
    @Path("/addresses/{id}/verification")
    @Operation(summary = "Mail the link again, at most once a minute")
    @APIResponse(responseCode = "202", description = "It is on its way")
    @APIResponse(responseCode = "429", description = "One has just been sent")
    public Uni<RestResponse<Void>> sendAgain(UUID id) {
        SellerId sellerId = seller.id();
        Instant now = clock.instant();
        return Panache.withTransaction(() -> addresses
                        .lock(sellerId, id)
                        .map(found -> found.orElseThrow(NotFoundException::new))
                        .invoke(found -> refuseIfTooSoon(found, now))
                        .chain(() -> addresses.sent(id, now))
                        .chain(() -> mails.add(sellerId, MailKind.ADDRESS_VERIFICATION, now, id.toString())))
                .replaceWith(RestResponse.accepted());
    }

    @DELETE
    @Path("/addresses/{id}")
    @Operation(summary = "Take an address away")
    @APIResponse(responseCode = "204", description = "Nothing is written there any more")
    public Uni<Void> remove(UUID id) {
        SellerId sellerId = seller.id();
        return Panache.withTransaction(() -> addresses
                .lock(sellerId, id)
                .map(found -> found.orElseThrow(NotFoundException::new))
                .call(found -> addresses.remove(found.id()))
                .call(found -> record(
                        sellerId, "contact.address-removed", found.email().value(), null))
                .replaceWithVoid());
    }

    private Uni<ContactView> view(SellerId id) {
        return contacts.contactOf(id).flatMap(contact -> addresses.of(id).map(known -> ContactView.of(contact, known)));
    }

    private Uni<Void> record(SellerId id, String action, String subject, @Nullable String detail) {
        return audit.record(id, new AuditEntry(clock.instant(), seller.person(), action, subject, detail));
    }

    private static void refuseIfTooMany(List<ContactAddress> known, MailAddress email) {
        if (known.stream().anyMatch(one -> one.email().isSameAs(email))) {
            throw RefusedException.conflict("This address is there already");
        }
        if (known.size() >= AddressPolicy.MOST_ADDRESSES) {
            throw RefusedException.conflict("There are " + AddressPolicy.MOST_ADDRESSES + " addresses already");
        }
    }

    private static void refuseIfTooSoon(ContactAddress address, Instant now) {
        if (!AddressPolicy.mayBeSent(address.lastSentAt(), now)) {
            throw RefusedException.tooSoon("A link was sent a moment ago; it may take a minute to arrive");
        }
    }

    private static MailAddress address(String text) {
        try {
            var address = new MailAddress(text.strip());
            if (address.domain().contains(".")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Not an address, as anything else that is none.
        }
        throw new InvalidFieldException(EMAIL, "not a mail address");
    }
}
