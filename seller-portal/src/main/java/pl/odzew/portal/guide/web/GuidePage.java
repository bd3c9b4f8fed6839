package pl.odzew.portal.guide.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import pl.odzew.portal.words.Language;
import pl.odzew.portal.words.qute.RequestLanguage;

/// The guide that warnings and announcements link to; read without signing in, also by whoever cannot.
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GuidePage {

    private final RequestLanguage language;

    GuidePage(RequestLanguage language) {
        this.language = language;
    }

    @CheckedTemplate(basePath = "guide")
    static class Templates {
        static native TemplateInstance guide();
    }

    @GET
    @Path("pomoc/haslo-do-aplikacji")
    public TemplateInstance polish() {
        return in(Language.POLISH);
    }

    @GET
    @Path("en/help/app-password")
    public TemplateInstance english() {
        return in(Language.ENGLISH);
    }

    private TemplateInstance in(Language fixed) {
        language.fix(fixed);
        return Templates.guide();
    }
}
