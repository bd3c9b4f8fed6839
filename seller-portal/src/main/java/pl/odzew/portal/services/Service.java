package pl.odzew.portal.services;

import java.util.Arrays;
import java.util.Optional;

/// The services that the pages show.
public enum Service {
    MAILBOXES("mailbox-service"),
    AUTORESPONDER("responder-service"),
    ACCOUNTS("allegro-gateway"),
    NOTIFICATIONS("notification-service");

    private final String application;

    Service(String application) {
        this.application = application;
    }

    /// Its `quarkus.application.name`, by which operators know it.
    public String application() {
        return application;
    }

    public static Optional<Service> of(String application) {
        return Arrays.stream(values())
                .filter(service -> service.application.equals(application))
                .findFirst();
    }
}
