package pl.odzew.portal.decisions.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.decisions.DecisionView;
import pl.odzew.portal.decisions.rest.DecisionsApi;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// What was answered, what not and why.
@Path("/decyzje")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DecisionsPage {

    private static final int ON_A_PAGE = 25;

    private final DecisionsApi decisions;
    private final Asking asking;

    DecisionsPage(@RestClient DecisionsApi decisions, Asking asking) {
        this.decisions = decisions;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "decisions")
    static class Templates {
        static native TemplateInstance list(Part<Page<DecisionView>> decisions);
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String cursor) {
        return Templates.list(asking.of(Service.AUTORESPONDER, decisions.list(ON_A_PAGE, cursor, null))
                .part());
    }
}
