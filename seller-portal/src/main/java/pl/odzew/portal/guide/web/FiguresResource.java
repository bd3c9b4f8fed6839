package pl.odzew.portal.guide.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import pl.odzew.portal.words.Language;
import pl.odzew.portal.words.qute.RequestLanguage;

/// Google's screens as drawings, with their words in the reader's language.
@Path("/pomoc/rysunki")
@PermitAll
public class FiguresResource {

    private static final Set<String> NAMES = Set.of("account", "security", "create", "copy", "paste");
    private static final Duration KEPT = Duration.ofHours(1);

    private final Engine engine;
    private final RequestLanguage language;

    FiguresResource(Engine engine, RequestLanguage language) {
        this.engine = engine;
        this.language = language;
    }

    @GET
    @Path("{lang}/{name}.svg")
    public Response figure(@PathParam("lang") String lang, @PathParam("name") String name) {
        Template drawing = NAMES.contains(name) ? engine.getTemplate("guide/" + name + ".svg") : null;
        if (drawing == null) {
            throw new NotFoundException();
        }
        language.fix(Language.of(lang).orElseThrow(NotFoundException::new));
        var cache = new CacheControl();
        cache.setMaxAge((int) KEPT.toSeconds());
        return Response.ok(drawing.render(), "image/svg+xml")
                .cacheControl(cache)
                .build();
    }
}
