package pl.odzew.portal.frame.web;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pl.odzew.portal.services.AwayException;
import pl.odzew.portal.services.RefusedException;

/// What the reader sees instead of a page that cannot be had: what happened, and where to go on.
class Trouble {

    private static final Logger LOG = Logger.getLogger(Trouble.class);

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        /// @param kind as in the keys of its texts
        static native TemplateInstance trouble(String kind, String again);
    }

    private final Frame frame;
    private final Instance<OidcSession> session;

    Trouble(Frame frame, Instance<OidcSession> session) {
        this.frame = frame;
        this.session = session;
    }

    @ServerExceptionMapper
    Uni<Response> refused(RefusedException e) {
        return switch (e.problem().status()) {
            case UNAUTHORIZED -> sessionOver();
            case FORBIDDEN -> page(FORBIDDEN, "forbidden");
            case NOT_FOUND -> page(NOT_FOUND, "missing");
            default -> {
                LOG.warnf("a service refused %s: %s", frame.path(), e.getMessage());
                yield page(BAD_REQUEST, "refused");
            }
        };
    }

    @ServerExceptionMapper
    Uni<Response> away(AwayException e) {
        LOG.warnf("no page for %s: %s", frame.path(), e.getMessage());
        return page(UNAVAILABLE, "away");
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e) {
        LOG.debugf("%s: %s", frame.path(), e.getMessage());
        return page(FORBIDDEN, "forbidden");
    }

    /// A form's address that was opened as a page, such as after signing in again: the page with the form is above it.
    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo uri) {
        LOG.debugf("%s: %s", frame.path(), e.getMessage());
        String path = uri.getPath();
        return Response.seeOther(URI.create(path.substring(0, Math.max(1, path.lastIndexOf('/')))))
                .build();
    }

    @ServerExceptionMapper
    Uni<Response> web(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case NOT_FOUND -> page(status, "missing");
            case BAD_REQUEST -> page(status, "stale");
            case FORBIDDEN -> page(status, "forbidden");
            default -> status < BAD_REQUEST ? Uni.createFrom().item(e.getResponse()) : page(status, "broken");
        };
    }

    @ServerExceptionMapper
    Uni<Response> unexpected(RuntimeException e) {
        LOG.error("A page failed", e);
        return page(SERVER_ERROR, "broken");
    }

    /// The services no longer take the token: the session ends here too, and the next click leads to the sign-in page.
    private Uni<Response> sessionOver() {
        return session.get().logout().chain(() -> page(UNAUTHORIZED, "session"));
    }

    private Uni<Response> page(int status, String kind) {
        return frame.findReader()
                .chain(() -> Uni.createFrom()
                        .completionStage(
                                () -> Templates.trouble(kind, frame.here()).renderAsync()))
                .map(html -> Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(html)
                        .build());
    }
}
