package pl.odzew.portal.home.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pl.odzew.portal.accounts.AccountView;
import pl.odzew.portal.accounts.rest.AccountsApi;
import pl.odzew.portal.autoresponder.Stop;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.decisions.DecisionView;
import pl.odzew.portal.decisions.Today;
import pl.odzew.portal.decisions.rest.DecisionFilter;
import pl.odzew.portal.decisions.rest.DecisionsApi;
import pl.odzew.portal.home.Needs;
import pl.odzew.portal.mailboxes.MailboxView;
import pl.odzew.portal.mailboxes.rest.MailboxesApi;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// What needs the seller, and what happened today.
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePage {

    /// A day of most sellers; the largest page that responder-service gives.
    private static final int A_DAY = 200;

    private static final int SHOWN = 6;

    private final MailboxesApi mailboxes;
    private final AccountsApi accounts;
    private final AutoresponderApi autoresponder;
    private final DecisionsApi decisions;
    private final Asking asking;
    private final Clock clock;

    HomePage(
            @RestClient MailboxesApi mailboxes,
            @RestClient AccountsApi accounts,
            @RestClient AutoresponderApi autoresponder,
            @RestClient DecisionsApi decisions,
            Asking asking,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.autoresponder = autoresponder;
        this.decisions = decisions;
        this.asking = asking;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(
                Needs needs,
                Part<List<TargetView>> targets,
                Part<Today> today,
                Part<Stop> stop,
                Part<List<DecisionView>> latest);
    }

    @GET
    public TemplateInstance home() {
        var theMailboxes = asking.of(Service.MAILBOXES, mailboxes.list());
        var theAccounts = asking.of(Service.ACCOUNTS, accounts.list());
        var theTargets = asking.of(Service.AUTORESPONDER, autoresponder.targets());
        var theStop = asking.of(Service.AUTORESPONDER, autoresponder.stop());
        var theDecisions = asking.of(Service.AUTORESPONDER, decisions.list(A_DAY, null, DecisionFilter.none()));
        Part<List<MailboxView>> ownMailboxes = theMailboxes.part();
        Part<List<AccountView>> ownAccounts = theAccounts.part();
        Part<List<TargetView>> ownTargets = theTargets.part();
        Part<List<DecisionView>> all = theDecisions.part().map(Page::items);
        return Templates.home(
                Needs.of(ownMailboxes, ownAccounts, ownTargets),
                ownTargets,
                all.map(found -> Today.of(found, clock)),
                theStop.part(),
                all.map(found -> found.stream().limit(SHOWN).toList()));
    }
}
