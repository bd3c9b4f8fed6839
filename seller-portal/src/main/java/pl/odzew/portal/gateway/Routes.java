package pl.odzew.portal.gateway;

import java.util.List;
import java.util.Optional;
import pl.odzew.portal.services.Service;

/// Which service answers which path of the API.
public final class Routes {

    private record Route(String prefix, Service service) {}

    private static final List<Route> ROUTES = List.of(
            new Route("/api/v1/mailboxes", Service.MAILBOXES),
            new Route("/api/v1/allegro-accounts", Service.ACCOUNTS),
            new Route("/api/v1/autoresponder", Service.AUTORESPONDER),
            new Route("/api/v1/decisions", Service.AUTORESPONDER),
            new Route("/api/v1/notifications", Service.NOTIFICATIONS),
            new Route("/api/v1/contact", Service.NOTIFICATIONS),
            new Route("/api/v1/data", Service.NOTIFICATIONS),
            new Route("/api/v1/operator/announcements", Service.NOTIFICATIONS),
            new Route("/api/v1/operator/stop", Service.AUTORESPONDER));

    private static final List<String> NAMED = List.of("/api/v1/audit/", "/api/v1/operator/");

    private Routes() {}

    public static Optional<Service> of(String path) {
        return ROUTES.stream()
                .filter(route -> path.equals(route.prefix()) || path.startsWith(route.prefix() + "/"))
                .map(Route::service)
                .findFirst()
                .or(() -> named(path));
    }

    /// Resources that every service has name it in their path.
    private static Optional<Service> named(String path) {
        return NAMED.stream()
                .filter(path::startsWith)
                .flatMap(prefix -> Service.of(path.substring(prefix.length()).split("/", 2)[0]).stream())
                .findFirst();
    }
}
