package pl.odzew.portal.audit.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import pl.odzew.portal.audit.AuditEntry;
import pl.odzew.portal.audit.Journal;
import pl.odzew.portal.audit.rest.AuditApis;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// Who changed what for the seller.
@Path("/dziennik")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditPage {

    private static final int SHOWN = 100;

    private final AuditApis apis;
    private final Asking asking;

    AuditPage(AuditApis apis, Asking asking) {
        this.apis = apis;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "audit")
    static class Templates {
        static native TemplateInstance audit(Journal journal);
    }

    @GET
    public TemplateInstance show() {
        var asked = new EnumMap<Service, Asking.Asked<Page<AuditEntry>>>(Service.class);
        for (Service service : Service.values()) {
            asked.put(service, asking.of(service, apis.of(service)));
        }
        var parts = new EnumMap<Service, Part<Page<AuditEntry>>>(Service.class);
        asked.forEach((service, question) -> parts.put(service, question.part()));
        return Templates.audit(Journal.of(parts, SHOWN));
    }
}
