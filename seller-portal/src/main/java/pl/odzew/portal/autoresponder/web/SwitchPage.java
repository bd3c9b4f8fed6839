package pl.odzew.portal.autoresponder.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.accounts.rest.AccountsApi;
import pl.odzew.portal.autoresponder.Switch;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// The second way out when Google locks a mailbox: version 3, which needs no mailbox. Mails lead here.
@Path("/autoresponder/wersja-3")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SwitchPage {

    static final String PATH = "/autoresponder/wersja-3";

    private static final int CONFLICT = 409;

    private final AutoresponderApi autoresponder;
    private final AccountsApi accounts;
    private final Asking asking;

    SwitchPage(@RestClient AutoresponderApi autoresponder, @RestClient AccountsApi accounts, Asking asking) {
        this.autoresponder = autoresponder;
        this.accounts = accounts;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "autoresponder")
    static class Templates {
        /// @param here this page's path, to come back to after Allegro
        static native TemplateInstance version3(TargetView mailbox, Switch state, String here);
    }

    @GET
    public Response show(@RestQuery @Nullable String mailbox) {
        var known = asking.of(Service.AUTORESPONDER, autoresponder.targets());
        var linked = asking.of(Service.ACCOUNTS, accounts.list());
        List<TargetView> targets = known.needed();
        if (mailbox == null) {
            return Response.seeOther(URI.create("/autoresponder")).build();
        }
        TargetView target = find(targets, mailbox);
        Switch state = Switch.of(target, targets, linked.part().orElse(List.of()));
        return Response.ok(Templates.version3(target, state, PATH + "?mailbox=" + target.id()))
                .build();
    }

    @POST
    public Response turnOn(@RestForm String mailbox, @RestForm @Nullable String account) {
        List<TargetView> targets =
                asking.of(Service.AUTORESPONDER, autoresponder.targets()).needed();
        TargetView chosen = find(targets, account == null || account.isBlank() ? mailbox : account);
        try {
            asking.tell(
                    Service.AUTORESPONDER,
                    autoresponder.set(chosen.id(), new AutoresponderApi.Settings(3, true, chosen.text())));
        } catch (RefusedException e) {
            if (e.problem().status() == CONFLICT) {
                return Response.seeOther(URI.create(PATH + "?mailbox=" + mailbox))
                        .build();
            }
            throw e;
        }
        String shown = chosen.boundTo() == null ? chosen.id() : chosen.boundTo();
        return Done.at("/autoresponder/" + shown, "version-3");
    }

    private static TargetView find(List<TargetView> targets, String id) {
        return targets.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
