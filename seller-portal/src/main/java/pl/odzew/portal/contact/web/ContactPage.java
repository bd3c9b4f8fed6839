package pl.odzew.portal.contact.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.contact.Contact;
import pl.odzew.portal.contact.rest.ContactApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;
import pl.odzew.portal.words.Language;
import pl.odzew.portal.words.qute.RequestLanguage;

/// Where and in which language the seller is written to. Mails link here.
@Path("/powiadomienia/ustawienia")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ContactPage {

    private static final String PATH = "/powiadomienia/ustawienia";
    private static final int INVALID = 422;

    private final ContactApi contacts;
    private final Asking asking;

    ContactPage(@RestClient ContactApi contacts, Asking asking) {
        this.contacts = contacts;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        /// @param error as in the keys of its texts
        static native TemplateInstance contact(Part<Contact> contact, String typed, @Nullable String error);
    }

    @GET
    public TemplateInstance show() {
        return page("", null);
    }

    /// The pages speak the chosen language from now on, too.
    @POST
    public Response change(
            @RestForm String language, @RestForm @Nullable String reminders, @RestForm @Nullable String announcements) {
        Language chosen = Language.of(language).orElse(Language.POLISH);
        asking.tell(
                Service.NOTIFICATIONS,
                contacts.change(new ContactApi.Change(
                        chosen.tag().toUpperCase(Locale.ROOT), reminders != null, announcements != null)));
        return Response.fromResponse(Done.at(PATH, "contact-saved"))
                .cookie(new NewCookie.Builder(RequestLanguage.COOKIE)
                        .value(chosen.tag())
                        .path("/")
                        .maxAge(RequestLanguage.KEPT_SECONDS)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    @POST
    @Path("adresy")
    public Response add(@RestForm String email) {
        try {
            asking.tell(Service.NOTIFICATIONS, contacts.add(new ContactApi.NewAddress(email.strip())));
            return Done.at(PATH, "address-added");
        } catch (RefusedException e) {
            return switch (e.problem().status()) {
                case 401, 403, 404 -> throw e;
                case 409 -> again(email, "there");
                default -> again(email, "invalid");
            };
        }
    }

    @POST
    @Path("adresy/{id}/wyslij")
    public Response sendAgain(@PathParam("id") String id) {
        try {
            asking.tell(Service.NOTIFICATIONS, contacts.sendAgain(id));
            return Done.at(PATH, "address-sent");
        } catch (RefusedException e) {
            if (e.problem().status() == 429) {
                return again("", "soon");
            }
            throw e;
        }
    }

    @POST
    @Path("adresy/{id}/usun")
    public Response remove(@PathParam("id") String id) {
        asking.tell(Service.NOTIFICATIONS, contacts.remove(id));
        return Done.at(PATH, "address-removed");
    }

    private Response again(String typed, String error) {
        return Response.status(INVALID).entity(page(typed, error)).build();
    }

    private TemplateInstance page(String typed, @Nullable String error) {
        return Templates.contact(
                asking.of(Service.NOTIFICATIONS, contacts.get()).part(), typed, error);
    }
}
