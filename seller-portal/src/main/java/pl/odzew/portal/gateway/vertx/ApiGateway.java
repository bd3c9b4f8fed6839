package pl.odzew.portal.gateway.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import pl.odzew.portal.gateway.OneDocument;
import pl.odzew.portal.gateway.Routes;
import pl.odzew.portal.services.Service;

/// The one origin of the API: hands `/api/v1/*` to the service that answers it, and describes all of it in one
/// document.
///
/// The caller's bearer token goes on as it came and the service judges it; the cookies of the pages stay here, so that
/// no page of another site can use them against the API.
@ApplicationScoped
class ApiGateway {

    /// Ahead of the pages, behind the headers.
    private static final int ORDER = -500;

    private static final String DOCUMENT = "/api/openapi.json";
    private static final int CONNECT_MILLIS = 1_000;
    private static final int NOT_FOUND = 404;

    private final HttpClient client;
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);

    /// The last that each service gave of itself, for when it is away.
    private final Map<String, Map<String, Object>> documents = new ConcurrentHashMap<>();

    ApiGateway(Vertx vertx, Config config) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
        for (Service service : Service.values()) {
            URI address =
                    URI.create(config.getValue("quarkus.rest-client." + service.application() + ".url", String.class));
            addresses.put(service, address);
            proxies.put(
                    service,
                    HttpProxy.reverseProxy(client)
                            .origin(port(address), address.getHost())
                            .addInterceptor(new WithoutCookies()));
        }
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, DOCUMENT).order(ORDER).handler(this::describe);
        router.route("/api/v1/*").order(ORDER).handler(this::handOn);
    }

    private void handOn(RoutingContext context) {
        Optional<HttpProxy> proxy = Routes.of(context.normalizedPath()).map(proxies::get);
        if (proxy.isEmpty()) {
            problem(context, NOT_FOUND, "There is no such resource");
            return;
        }
        context.request().resume();
        proxy.get().handle(context.request());
    }

    private void describe(RoutingContext context) {
        var asked = addresses.entrySet().stream()
                .map(service -> client.request(
                                HttpMethod.GET,
                                port(service.getValue()),
                                service.getValue().getHost(),
                                "/q/openapi?format=json")
                        .compose(request -> request.send())
                        .compose(response -> response.body())
                        .onSuccess(body -> documents.put(service.getKey().application(), new JsonObject(body).getMap()))
                        .otherwiseEmpty())
                .toList();
        Future.join(asked).onComplete(_ -> {
            var known = new LinkedHashMap<String, Map<String, Object>>();
            for (Service service : Service.values()) {
                Map<String, Object> document = documents.get(service.application());
                if (document != null) {
                    known.put(service.application(), document);
                }
            }
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(new JsonObject(OneDocument.of(known)).toBuffer());
        });
    }

    private static void problem(RoutingContext context, int status, String title) {
        HttpServerResponse response = context.response();
        if (!response.headWritten()) {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(new JsonObject()
                            .put("type", "about:blank")
                            .put("title", title)
                            .put("status", status)
                            .toBuffer());
        }
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    }

    /// The pages' session is not the API's.
    private static final class WithoutCookies implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().headers().remove(HttpHeaders.COOKIE);
            return context.sendRequest();
        }
    }
}
