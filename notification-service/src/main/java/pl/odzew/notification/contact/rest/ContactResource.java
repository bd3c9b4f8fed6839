package pl.odzew.notification.contact.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.postgres.ContactStore;

/// Where the seller of the request is written to, and in which language.
@Authenticated
@Path("/api/v1/contact")
public class ContactResource {

    private final ContactStore contacts;
    private final SellerOfRequest seller;

    ContactResource(ContactStore contacts, SellerOfRequest seller) {
        this.contacts = contacts;
        this.seller = seller;
    }

    /// @param email follows from the seller's mailboxes and cannot be chosen
    public record ContactView(@Nullable String email, Language language) {

        static ContactView of(Contact contact) {
            return new ContactView(
                    contact.email() == null ? null : contact.email().value(), contact.language());
        }
    }

    public record ContactChange(@NotNull Language language) {}

    @GET
    public Uni<ContactView> read() {
        return Panache.withTransaction(() -> contacts.contactOf(seller.id())).map(ContactView::of);
    }

    @PUT
    public Uni<ContactView> change(@Valid @NotNull ContactChange change) {
        return Panache.withTransaction(() ->
                        contacts.choose(seller.id(), change.language()).chain(() -> contacts.contactOf(seller.id())))
                .map(ContactView::of);
    }
}
