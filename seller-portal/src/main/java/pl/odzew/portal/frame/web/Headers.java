package pl.odzew.portal.frame.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What every answer says to the browser: nothing from elsewhere, no inline script, no frame around it.
@ApplicationScoped
class Headers {

    /// Ahead of everything that answers.
    private static final int FIRST = -1_000;

    private final String policy;

    Headers(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> provider) {
        // A form that is sent after the session's end is led to the sign-in page, which counts as its target.
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'" + provider.map(Headers::origin).orElse(""),
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::add);
    }

    private void add(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", policy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.headersEndHandler(_ -> {
            String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
            if (type != null && type.startsWith("image/svg+xml")) {
                // A drawing has its colours in itself and can do nothing else.
                response.putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            }
            if (type != null
                    && type.startsWith("text/html")
                    && !response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
                // A seller's page is not for the next one at this machine.
                response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
        context.next();
    }

    private static String origin(URI uri) {
        return " " + uri.getScheme() + "://" + uri.getAuthority();
    }
}
