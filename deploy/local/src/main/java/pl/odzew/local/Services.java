package pl.odzew.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.odzew.embedded.EmbeddedDatabase;

/// The real services and what each is told about this machine.
///
/// @param root of the repository, where their builds lie
record Services(Path root, PortPlan ports, Keysets keysets, StandIns.Known standIns) {

    static final String MAILBOX = "mailbox-service";
    static final String ALLEGRO = "allegro-gateway";
    static final String RESPONDER = "responder-service";
    static final String NOTIFICATION = "notification-service";

    /// One database for each service; nobody reads another's tables.
    static final List<String> DATABASES = List.of("mailbox", "allegro", "responder", "notification");

    List<ChildCommand> commands() {
        return List.of(
                service(MAILBOX, "mailbox", mailbox()),
                service(ALLEGRO, "allegro", allegro()),
                service(RESPONDER, "responder", Map.of()),
                service(NOTIFICATION, "notification", notification()));
    }

    private Map<String, String> mailbox() {
        var properties = new HashMap<>(LocalTimings.MAILBOX_SERVICE);
        properties.put("odzew.providers.gmail.imap-host", "localhost");
        properties.put("odzew.providers.gmail.imap-port", port(Port.IMAPS));
        properties.put("odzew.providers.gmail.smtp-host", "localhost");
        properties.put("odzew.providers.gmail.smtp-port", port(Port.SMTPS));
        properties.put(
                "odzew.mail.trusted-certificates", standIns.mailCertificate().toString());
        properties.put("odzew.secrets.keyset-file", keysets.of(MAILBOX).toString());
        return properties;
    }

    private Map<String, String> allegro() {
        var properties = new HashMap<>(LocalTimings.ALLEGRO_GATEWAY);
        properties.put("odzew.allegro.api-url", ports.http(Port.MARKETPLACE).toString());
        properties.put("odzew.allegro.oauth-url", standIns.allegroOauth().toString());
        properties.put("odzew.allegro.client-id", standIns.allegroClientId());
        properties.put("odzew.allegro.client-secret", standIns.allegroClientSecret());
        properties.put("odzew.allegro.redirect-uri", ports.http(Port.PORTAL) + "/allegro/callback");
        properties.put("odzew.allegro.user-agent", "Odzew/0.1 (+https://odzew.example/about)");
        properties.put("odzew.secrets.keyset-file", keysets.of(ALLEGRO).toString());
        return properties;
    }

    private Map<String, String> notification() {
        var properties = new HashMap<>(LocalTimings.NOTIFICATION_SERVICE);
        properties.put("quarkus.mailer.host", "localhost");
        properties.put("quarkus.mailer.port", port(Port.CATCHER_SMTP));
        properties.put("odzew.portal-url", ports.http(Port.PORTAL).toString());
        properties.put("odzew.warnings.from", "odzew@odzew.example");
        return properties;
    }

    private ChildCommand service(String name, String database, Map<String, String> own) {
        var properties = new HashMap<String, String>();
        properties.put("quarkus.http.host", "localhost");
        properties.put("quarkus.http.port", port(Port.ofService(name)));
        properties.put("kafka.bootstrap.servers", "localhost:" + port(Port.KAFKA));
        properties.put("quarkus.datasource.username", EmbeddedDatabase.USER);
        properties.put("quarkus.datasource.password", EmbeddedDatabase.PASSWORD);
        properties.put(
                "quarkus.datasource.reactive.url", "postgresql://localhost:" + port(Port.POSTGRES) + "/" + database);
        properties.put(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + port(Port.POSTGRES) + "/" + database);
        properties.put("quarkus.oidc.auth-server-url", standIns.oidcIssuer().toString());
        properties.putAll(own);
        Path jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new ChildCommand(name, List.of("-Xmx256m"), properties, List.of("-jar", jar.toString()), Map.of());
    }

    private String port(Port port) {
        return Integer.toString(ports.of(port));
    }
}
