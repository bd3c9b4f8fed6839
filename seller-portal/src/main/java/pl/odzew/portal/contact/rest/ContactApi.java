package pl.odzew.portal.contact.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.portal.contact.Contact;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// notification-service's knowledge of where a seller is written to.
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/contact")
public interface ContactApi {

    record Change(String language, boolean reminders, boolean announcements) {}

    record NewAddress(String email) {}

    @GET
    Uni<Contact> get();

    @PUT
    Uni<Contact> change(Change change);

    @POST
    @Path("addresses")
    Uni<Contact.Address> add(NewAddress address);

    @POST
    @Path("addresses/{id}/verification")
    Uni<Void> sendAgain(@PathParam("id") String id);

    @DELETE
    @Path("addresses/{id}")
    Uni<Void> remove(@PathParam("id") String id);
}
