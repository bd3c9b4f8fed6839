package pl.odzew.local;

import java.util.Arrays;

/// What listens on this machine; the offsets from the first port are fixed, since sellers' settings name some of them.
public enum Port {
    /// Allegro sends the seller's browser back here, and mails to sellers lead here.
    PORTAL(0, "seller-portal"),
    MAILBOX_SERVICE(1, "mailbox-service"),
    RESPONDER_SERVICE(2, "responder-service"),
    ALLEGRO_GATEWAY(3, "allegro-gateway"),
    NOTIFICATION_SERVICE(4, "notification-service"),
    OIDC(10, "OIDC stand-in"),
    MARKETPLACE(11, "Allegro stand-in"),
    MAIL_CONTROL(12, "mail stand-in, control"),
    IMAPS(13, "mail stand-in, IMAPS"),
    SMTPS(14, "mail stand-in, SMTPS"),
    CATCHER_SMTP(15, "mail catcher, SMTP"),
    CATCHER_PAGE(16, "mail catcher, page"),
    KAFKA(17, "Kafka"),
    POSTGRES(18, "PostgreSQL");

    private final int offset;
    private final String purpose;

    Port(int offset, String purpose) {
        this.offset = offset;
        this.purpose = purpose;
    }

    /// @param service its name, which names its pid file and its log, too
    public static Port ofService(String service) {
        return Arrays.stream(values())
                .filter(port -> port.purpose.equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a service: " + service));
    }

    public int offset() {
        return offset;
    }

    /// In words for people; of a service its name.
    public String purpose() {
        return purpose;
    }
}
