package pl.odzew.portal.mailboxes.web;

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
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.mailboxes.MailboxView;
import pl.odzew.portal.mailboxes.Refusal;
import pl.odzew.portal.mailboxes.rest.MailboxesApi;
import pl.odzew.portal.services.AwayException;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// The seller's mailboxes: connecting one, and the first way out when Google locks it, an app password.
@Path("/skrzynki")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MailboxesPage {

    private static final int INVALID = 422;

    private final MailboxesApi mailboxes;
    private final AutoresponderApi autoresponder;
    private final Asking asking;

    MailboxesPage(@RestClient MailboxesApi mailboxes, @RestClient AutoresponderApi autoresponder, Asking asking) {
        this.mailboxes = mailboxes;
        this.autoresponder = autoresponder;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "mailboxes")
    static class Templates {
        static native TemplateInstance list(Part<List<MailboxView>> mailboxes);

        static native TemplateInstance connect(ConnectForm form, Trial trial);

        static native TemplateInstance mailbox(MailboxView mailbox, Trial trial, Part<TargetView> target);
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(
                asking.of(Service.MAILBOXES, mailboxes.list()).part().map(MailboxesPage::urgentFirst));
    }

    @GET
    @Path("nowa")
    public TemplateInstance connecting(@RestQuery @Nullable String address) {
        return Templates.connect(ConnectForm.empty(address), Trial.none());
    }

    @POST
    public Response connect(ConnectForm form) {
        try {
            MailboxView connected = asking.tell(Service.MAILBOXES, mailboxes.connect(form.request()));
            return Done.at("/skrzynki/" + connected.id(), "connected");
        } catch (RefusedException e) {
            return again(Templates.connect(form.withoutPassword(), Trial.of(e.problem())), e.problem());
        } catch (AwayException _) {
            return again(Templates.connect(form.withoutPassword(), Trial.away()), Problem.of(INVALID));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, Trial.none());
    }

    /// Tried at the mail server before it is saved; the page says what came of it.
    @POST
    @Path("{id}/haslo")
    public Response savePassword(@PathParam("id") String id, @RestForm @Nullable String password) {
        try {
            asking.tell(
                    Service.MAILBOXES,
                    mailboxes.changePassword(id, new MailboxesApi.NewPassword(password == null ? "" : password)));
            return Done.at("/skrzynki/" + id, "password-saved");
        } catch (RefusedException e) {
            return again(page(id, Trial.of(e.problem())), e.problem());
        } catch (AwayException _) {
            return again(page(id, Trial.away()), Problem.of(INVALID));
        }
    }

    /// The saved password once more, such as after confirming at Google that it was you.
    @POST
    @Path("{id}/sprawdz")
    public Response check(@PathParam("id") String id) {
        try {
            MailboxView checked = asking.tell(Service.MAILBOXES, mailboxes.check(id));
            return Done.at("/skrzynki/" + id, checked.isOk() ? "check-good" : "check-bad");
        } catch (RefusedException e) {
            return again(page(id, Trial.of(e.problem())), e.problem());
        } catch (AwayException _) {
            return again(page(id, Trial.away()), Problem.of(INVALID));
        }
    }

    @POST
    @Path("{id}/wstrzymaj")
    public Response pause(@PathParam("id") String id) {
        asking.tell(Service.MAILBOXES, mailboxes.pause(id));
        return Done.at("/skrzynki/" + id, "paused");
    }

    @POST
    @Path("{id}/wznow")
    public Response resume(@PathParam("id") String id) {
        asking.tell(Service.MAILBOXES, mailboxes.resume(id));
        return Done.at("/skrzynki/" + id, "resumed");
    }

    @POST
    @Path("{id}/odlacz")
    public Response disconnect(@PathParam("id") String id) {
        asking.tell(Service.MAILBOXES, mailboxes.disconnect(id));
        return Done.at("/skrzynki", "disconnected");
    }

    private TemplateInstance page(String id, Trial trial) {
        var mailbox = asking.of(Service.MAILBOXES, mailboxes.get(id));
        var target = asking.of(Service.AUTORESPONDER, autoresponder.target(id));
        return Templates.mailbox(mailbox.needed(), trial, target.part());
    }

    private static List<MailboxView> urgentFirst(List<MailboxView> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(MailboxView::urgency).thenComparing(MailboxView::address))
                .toList();
    }

    /// What a person must correct comes back with the form; who may not, or what is not there, has a page of its own.
    private static Response again(TemplateInstance page, Problem problem) {
        return switch (problem.status()) {
            case 401, 403, 404 -> throw new RefusedException(problem);
            default -> Response.status(INVALID).entity(page).build();
        };
    }

    /// What came of a password that was tried just now.
    ///
    /// @param refusal what the mail server said, where it was asked and said No
    /// @param error the end of the key of the sentence for anything else that went wrong
    /// @param words of the server that could not be asked
    public record Trial(
            @Nullable Refusal refusal,
            @Nullable String error,
            @Nullable String words) {

        static Trial none() {
            return new Trial(null, null, null);
        }

        static Trial away() {
            return new Trial(null, "away", null);
        }

        static Trial of(Problem problem) {
            return switch (problem.kind()) {
                case "credential-refused" -> new Trial(Refusal.of(problem), null, null);
                case "mail-server-unavailable" -> new Trial(null, "server-away", problem.serverWords());
                case "already-connected" -> new Trial(null, "already-connected", null);
                case "not-possible-now" -> new Trial(null, "not-now", null);
                default -> new Trial(null, "field-" + known(problem.wrongField().orElse("")), null);
            };
        }

        public boolean failed() {
            return refusal != null || error != null;
        }

        /// Whether the trouble is with this field.
        public boolean isAbout(String field) {
            return ("field-" + field).equals(error)
                    || field.equals("password") && refusal != null
                    || field.equals("address") && "already-connected".equals(error);
        }

        private static String known(String field) {
            return switch (field) {
                case "address", "password", "provider" -> field;
                default -> "other";
            };
        }
    }
}
