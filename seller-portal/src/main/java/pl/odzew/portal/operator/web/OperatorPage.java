package pl.odzew.portal.operator.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.operator.Operations;
import pl.odzew.portal.operator.rest.OperatorApis;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// How the installation is, and what an operator does about it.
@Path("/operator")
@RolesAllowed("operator")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OperatorPage {

    private static final Set<String> STEPS = Set.of("pause", "resume", "cancel");
    private static final int CONFLICT = 409;

    private final OperatorApis apis;
    private final Asking asking;

    OperatorPage(OperatorApis apis, Asking asking) {
        this.apis = apis;
        this.asking = asking;
    }

    /// One service's dead letters.
    public record Letters(Service service, Part<List<Operations.DeadLetter>> part) {

        public long open() {
            return part.orElse(List.of()).stream()
                    .filter(letter -> !letter.taken())
                    .count();
        }
    }

    @CheckedTemplate(basePath = "operator")
    static class Templates {
        static native TemplateInstance operator(
                Part<Operations.States> states,
                Part<Operations.Guards> guards,
                Part<Operations.Leases> leases,
                Part<Operations.InstallationStop> stop,
                Part<List<Operations.Announcement>> announcements,
                List<Letters> letters);

        static native TemplateInstance letters(Letters letters);

        static native TemplateInstance announcement(Operations.Announcement announcement);
    }

    @GET
    public TemplateInstance show() {
        var states = asking.of(Service.MAILBOXES, apis.mailboxes().states());
        var guards = asking.of(Service.MAILBOXES, apis.mailboxes().guard());
        var leases = asking.of(Service.MAILBOXES, apis.mailboxes().leases());
        var stop = asking.of(Service.AUTORESPONDER, apis.autoresponder().stop());
        var announcements =
                asking.of(Service.NOTIFICATIONS, apis.notifications().announcements());
        var asked = new ArrayList<Asking.Asked<List<Operations.DeadLetter>>>();
        for (Service service : Service.values()) {
            asked.add(asking.of(service, apis.of(service).deadLetters(service.application())));
        }
        var letters = new ArrayList<Letters>();
        for (Service service : Service.values()) {
            letters.add(new Letters(service, asked.get(service.ordinal()).part()));
        }
        return Templates.operator(
                states.part(), guards.part(), leases.part(), stop.part(), announcements.part(), letters);
    }

    @POST
    @Path("stop")
    public Response stop(@RestForm boolean stopped) {
        asking.tell(Service.AUTORESPONDER, apis.autoresponder().stop(new Operations.InstallationStop(stopped)));
        return Done.at("/operator", stopped ? "all-stopped" : "all-released");
    }

    @GET
    @Path("listy/{service}")
    public TemplateInstance letters(@PathParam("service") String application) {
        Service service = Service.of(application).orElseThrow(NotFoundException::new);
        return Templates.letters(new Letters(
                service,
                asking.of(service, apis.of(service).deadLetters(application)).part()));
    }

    @POST
    @Path("listy/{service}/{id}")
    public Response redeliver(@PathParam("service") String application, @PathParam("id") String id) {
        Service service = Service.of(application).orElseThrow(NotFoundException::new);
        try {
            asking.tell(service, apis.of(service).redeliver(application, id));
            return Done.at("/operator/listy/" + application, "redelivered");
        } catch (RefusedException e) {
            if (e.problem().status() == CONFLICT) {
                return Done.at("/operator/listy/" + application, "not-redelivered");
            }
            throw e;
        }
    }

    @GET
    @Path("ogloszenia/{id}")
    public TemplateInstance announcement(@PathParam("id") String id) {
        return Templates.announcement(
                asking.of(Service.NOTIFICATIONS, apis.notifications().announcement(id))
                        .needed());
    }

    @POST
    @Path("ogloszenia/{id}/{step}")
    public Response step(@PathParam("id") String id, @PathParam("step") String step) {
        if (!STEPS.contains(step)) {
            throw new NotFoundException();
        }
        asking.tell(Service.NOTIFICATIONS, apis.notifications().step(id, step));
        return Done.at("/operator/ogloszenia/" + id, "announcement-" + step);
    }
}
