package pl.odzew.portal.frame.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.words.Language;
import pl.odzew.portal.words.qute.RequestLanguage;

/// Pages that belong to no feature.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class Pages {

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance goodbye();

        static native TemplateInstance more();
    }

    @GET
    @Path("do-widzenia")
    @PermitAll
    public TemplateInstance goodbye() {
        return Templates.goodbye();
    }

    /// On a phone, what does not fit into the bar at its foot.
    @GET
    @Path("wiecej")
    @Authenticated
    public TemplateInstance more() {
        return Templates.more();
    }

    @GET
    @Path("jezyk")
    @PermitAll
    public Response speak(@RestQuery @DefaultValue("pl") String lang, @RestQuery @Nullable String back) {
        String tag = Language.of(lang).orElse(Language.POLISH).tag();
        return Response.seeOther(SafePath.orHome(back))
                .cookie(new NewCookie.Builder(RequestLanguage.COOKIE)
                        .value(tag)
                        .path("/")
                        .maxAge(RequestLanguage.KEPT_SECONDS)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
