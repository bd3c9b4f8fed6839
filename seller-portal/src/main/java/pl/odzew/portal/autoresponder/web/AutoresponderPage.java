package pl.odzew.portal.autoresponder.web;

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
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.autoresponder.Stop;
import pl.odzew.portal.autoresponder.TargetView;
import pl.odzew.portal.autoresponder.WaitingBuyers;
import pl.odzew.portal.autoresponder.rest.AutoresponderApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// Which version answers, side by side with the others, and with what words.
@Path("/autoresponder")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AutoresponderPage {

    /// Allegro's limit for a message, which holds for mail too.
    static final int LONGEST_TEXT = 2000;

    private static final int CONFLICT = 409;

    private final AutoresponderApi autoresponder;
    private final Asking asking;

    AutoresponderPage(@RestClient AutoresponderApi autoresponder, Asking asking) {
        this.autoresponder = autoresponder;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "autoresponder")
    static class Templates {
        static native TemplateInstance list(Part<List<TargetView>> targets, Part<Stop> stop);

        static native TemplateInstance target(
                TargetView target,
                @Nullable TargetView account,
                Part<WaitingBuyers> waiting,
                String text,
                @Nullable String error);
    }

    @GET
    public TemplateInstance list() {
        var targets = asking.of(Service.AUTORESPONDER, autoresponder.targets());
        var stop = asking.of(Service.AUTORESPONDER, autoresponder.stop());
        return Templates.list(targets.part(), stop.part());
    }

    /// The seller's emergency stop: nothing is answered while it is on.
    @POST
    @Path("stop")
    public Response stop(@RestForm boolean stopped) {
        asking.tell(Service.AUTORESPONDER, autoresponder.stop(new AutoresponderApi.StopWish(stopped)));
        return Done.at("/autoresponder", stopped ? "stopped" : "released");
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, null, null);
    }

    /// Chooses the version; where version 3 still wants an Allegro account, leads to linking one.
    @POST
    @Path("{id}/wersja")
    public Response choose(@PathParam("id") String id, @RestForm int version) {
        TargetView target =
                asking.of(Service.AUTORESPONDER, autoresponder.target(id)).needed();
        if (version == 3 && !target.canSwitch()) {
            return Done.at("/autoresponder/wersja-3?mailbox=" + target.id(), "link-first");
        }
        return set(target, version, true, target.text(), "version-" + version);
    }

    @POST
    @Path("{id}/wlacznik")
    public Response turn(@PathParam("id") String id, @RestForm boolean enabled) {
        TargetView target =
                asking.of(Service.AUTORESPONDER, autoresponder.target(id)).needed();
        return set(target, target.version(), enabled, target.text(), enabled ? "turned-on" : "turned-off");
    }

    @POST
    @Path("{id}/tekst")
    public Response write(@PathParam("id") String id, @RestForm String text) {
        TargetView target =
                asking.of(Service.AUTORESPONDER, autoresponder.target(id)).needed();
        // Browsers send line ends as CR LF, which would count twice.
        String written = text.replace("\r\n", "\n").strip();
        if (written.isEmpty() || written.length() > LONGEST_TEXT) {
            return Response.status(422)
                    .entity(page(id, written, written.isEmpty() ? "text_empty" : "text_too_long"))
                    .build();
        }
        return set(target, target.version(), target.enabled(), written, "text-saved");
    }

    /// Answers the question about buyers who have waited since before the account was linked.
    @POST
    @Path("{id}/czekajacy")
    public Response waiting(@PathParam("id") String id, @RestForm boolean answer) {
        asking.tell(Service.AUTORESPONDER, autoresponder.answerWaitingBuyers(id, new AutoresponderApi.Answer(answer)));
        return Done.at("/autoresponder/" + id, answer ? "waiting-answered" : "waiting-left");
    }

    private Response set(TargetView target, int version, boolean enabled, String text, String notice) {
        try {
            asking.tell(
                    Service.AUTORESPONDER,
                    autoresponder.set(target.id(), new AutoresponderApi.Settings(version, enabled, text)));
            return Done.at("/autoresponder/" + target.id(), notice);
        } catch (RefusedException e) {
            if (e.problem().status() == CONFLICT) {
                return Done.at("/autoresponder/wersja-3?mailbox=" + target.id(), "link-first");
            }
            throw e;
        }
    }

    private TemplateInstance page(String id, @Nullable String written, @Nullable String error) {
        var targets = asking.of(Service.AUTORESPONDER, autoresponder.targets());
        var waiting = asking.of(Service.AUTORESPONDER, autoresponder.waitingBuyers(id));
        TargetView target =
                asking.of(Service.AUTORESPONDER, autoresponder.target(id)).needed();
        TargetView account = targets.needed().stream()
                .filter(other -> other.id().equals(target.boundTo()))
                .findFirst()
                .orElse(null);
        return Templates.target(target, account, waiting.part(), written == null ? target.text() : written, error);
    }
}
