package pl.odzew.events.catalogue;

import java.net.URI;

/// Who writes events: the CloudEvents `source`.
public enum Service {
    MAILBOX_SERVICE("mailbox-service"),
    ALLEGRO_GATEWAY("allegro-gateway"),
    RESPONDER_SERVICE("responder-service"),
    NOTIFICATION_SERVICE("notification-service");

    private final String deployment;

    Service(String deployment) {
        this.deployment = deployment;
    }

    /// The name of its deployment.
    public String deployment() {
        return deployment;
    }

    public URI source() {
        return URI.create("urn:odzew:" + deployment);
    }
}
