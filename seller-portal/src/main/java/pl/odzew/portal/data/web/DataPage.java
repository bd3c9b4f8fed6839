package pl.odzew.portal.data.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.accounts.rest.AccountsApi;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.data.Erasure;
import pl.odzew.portal.data.rest.DataApi;
import pl.odzew.portal.decisions.rest.DecisionFilter;
import pl.odzew.portal.decisions.rest.DecisionsApi;
import pl.odzew.portal.mailboxes.rest.MailboxesApi;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// A seller's own data: a copy, and their end.
@Path("/dane")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DataPage {

    private static final int MOST_DECISIONS = 200;

    private final DataApi data;
    private final MailboxesApi mailboxes;
    private final AccountsApi accounts;
    private final AutoresponderApi autoresponder;
    private final DecisionsApi decisions;
    private final Asking asking;

    DataPage(
            @RestClient DataApi data,
            @RestClient MailboxesApi mailboxes,
            @RestClient AccountsApi accounts,
            @RestClient AutoresponderApi autoresponder,
            @RestClient DecisionsApi decisions,
            Asking asking) {
        this.data = data;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.autoresponder = autoresponder;
        this.decisions = decisions;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "data")
    static class Templates {
        /// @param unconfirmed whether the reader asked for the end without saying that he means it
        static native TemplateInstance data(boolean unconfirmed);

        static native TemplateInstance erasure(Erasure erasure);
    }

    @GET
    public TemplateInstance show() {
        return Templates.data(false);
    }

    /// Everything that the services keep, as a file; without one of them there is no copy, rather than half of one.
    @GET
    @Path("kopia")
    @Produces(MediaType.APPLICATION_JSON)
    public Response copy() {
        var questions = new LinkedHashMap<String, Asking.Asked<?>>();
        ask(questions, "mailboxes", Service.MAILBOXES, mailboxes.list());
        ask(questions, "allegroAccounts", Service.ACCOUNTS, accounts.list());
        ask(questions, "autoresponder", Service.AUTORESPONDER, autoresponder.targets());
        ask(questions, "rules", Service.AUTORESPONDER, autoresponder.rules());
        ask(questions, "workingHours", Service.AUTORESPONDER, autoresponder.hours());
        ask(questions, "decisions", Service.AUTORESPONDER, decisions.list(MOST_DECISIONS, null, DecisionFilter.none()));
        ask(questions, "notifications", Service.NOTIFICATIONS, data.export());
        var copy = new LinkedHashMap<String, Object>();
        questions.forEach((name, question) -> copy.put(name, question.needed()));
        return Response.ok(copy)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"odzew.json\"")
                .build();
    }

    @POST
    @Path("usuniecie")
    public Response erase(@RestForm @Nullable String sure) {
        if (sure == null) {
            return Response.status(422).entity(Templates.data(true)).build();
        }
        Erasure begun = asking.tell(Service.NOTIFICATIONS, data.erase());
        return Response.seeOther(URI.create("/dane/usuniecie/" + begun.requestId()))
                .build();
    }

    @GET
    @Path("usuniecie/{id}")
    public TemplateInstance progress(@PathParam("id") String id) {
        return Templates.erasure(
                asking.of(Service.NOTIFICATIONS, data.progress(id)).needed());
    }

    private <T> void ask(LinkedHashMap<String, Asking.Asked<?>> all, String name, Service service, Uni<T> question) {
        all.put(name, asking.of(service, question));
    }
}
