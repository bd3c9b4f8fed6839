package pl.odzew.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.odzew.embedded.EmbeddedDatabase;

/// The real services and what each is told about this machine.
///
/// @param root of the repository, where their builds lie
record Services(Path root, PortPlan ports, Shape shape, Keysets keysets, StandIns.Known standIns) {

    static final String MAILBOX = "mailbox-service";
    static final String ALLEGRO = "allegro-gateway";
    static final String RESPONDER = "responder-service";
    static final String NOTIFICATION = "notification-service";
    static final String PORTAL = "seller-portal";

    /// One database for each service; nobody reads another's tables.
    static final List<String> DATABASES = List.of("mailbox", "allegro", "responder", "notification");

    List<ChildCommand> commands() {
        Stream<ChildCommand> services = IntStream.rangeClosed(1, shape.replicas())
                .boxed()
                .flatMap(replica -> Stream.of(
                        service(MAILBOX, replica, "mailbox", mailbox()),
                        service(ALLEGRO, replica, "allegro", allegro()),
                        service(RESPONDER, replica, "responder", Map.of()),
                        service(NOTIFICATION, replica, "notification", notification())));
        return Stream.concat(services, Stream.of(portal())).toList();
    }

    private Map<String, String> mailbox() {
        var properties = new HashMap<>(LocalTimings.MAILBOX_SERVICE);
        properties.put("odzew.providers.gmail.imap-host", "localhost");
        properties.put("odzew.providers.gmail.imap-port", port(MAILBOX, Port.IMAPS));
        properties.put("odzew.providers.gmail.smtp-host", "localhost");
        properties.put("odzew.providers.gmail.smtp-port", port(MAILBOX, Port.SMTPS));
        properties.put(
                "odzew.mail.trusted-certificates", standIns.mailCertificate().toString());
        properties.put("odzew.secrets.keyset-file", keysets.of(MAILBOX).toString());
        properties.put(
                "odzew.responder.url", ports.http(Port.ofService(RESPONDER)).toString());
        return properties;
    }

    private Map<String, String> allegro() {
        var properties = new HashMap<>(LocalTimings.ALLEGRO_GATEWAY);
        properties.put("odzew.allegro.api-url", "http://localhost:" + port(ALLEGRO, Port.MARKETPLACE));
        properties.put("odzew.allegro.oauth-url", standIns.allegroOauth().toString());
        properties.put("odzew.allegro.client-id", standIns.allegroClientId());
        properties.put("odzew.allegro.client-secret", standIns.allegroClientSecret());
        properties.put("odzew.allegro.redirect-uri", ports.http(Port.PORTAL) + "/allegro/callback");
        properties.put(
                "odzew.responder.url", ports.http(Port.ofService(RESPONDER)).toString());
        properties.put("odzew.allegro.user-agent", "Odzew/0.1 (+https://odzew.example/about)");
        properties.put("odzew.secrets.keyset-file", keysets.of(ALLEGRO).toString());
        return properties;
    }

    private Map<String, String> notification() {
        var properties = new HashMap<>(LocalTimings.NOTIFICATION_SERVICE);
        properties.put("quarkus.mailer.host", "localhost");
        properties.put("quarkus.mailer.port", port(NOTIFICATION, Port.CATCHER_SMTP));
        properties.put("odzew.portal-url", ports.http(Port.PORTAL).toString());
        properties.put(
                "odzew.links-url", ports.http(Port.ofService(NOTIFICATION)).toString());
        properties.put("odzew.warnings.from", "odzew@odzew.example");
        // All addresses of this machine are private.
        properties.put("odzew.webhooks.allow-private", "true");
        properties.put("odzew.secrets.keyset-file", keysets.of(NOTIFICATION).toString());
        return properties;
    }

    /// It has no database and no Kafka: all that it shows it asks the others for. One is enough here.
    private ChildCommand portal() {
        Map<String, String> properties = web(PORTAL, 1);
        properties.put("quarkus.oidc.credentials.secret", "the-stand-in-checks-no-secret");
        properties.put("quarkus.oidc.token-state-manager.encryption-secret", keysets.cookieSecret());
        properties.put("quarkus.rest-csrf.token-signature-key", keysets.cookieSecret());
        for (String service : List.of(MAILBOX, ALLEGRO, RESPONDER, NOTIFICATION)) {
            properties.put(
                    "quarkus.rest-client." + service + ".url",
                    ports.http(Port.ofService(service)).toString());
        }
        return command(PORTAL, 1, properties);
    }

    private ChildCommand service(String name, int replica, String database, Map<String, String> own) {
        Map<String, String> properties = web(name, replica);
        properties.put("kafka.bootstrap.servers", "localhost:" + port(name, Port.KAFKA));
        properties.put("quarkus.datasource.username", EmbeddedDatabase.USER);
        properties.put("quarkus.datasource.password", EmbeddedDatabase.PASSWORD);
        String address = "postgresql://localhost:" + port(name, Port.POSTGRES) + "/" + database;
        properties.put("quarkus.datasource.reactive.url", address);
        properties.put("quarkus.datasource.jdbc.url", "jdbc:" + address);
        properties.putAll(own);
        return command(name, replica, properties);
    }

    private Map<String, String> web(String name, int replica) {
        var properties = new HashMap<String, String>();
        properties.put("quarkus.http.host", "localhost");
        properties.put("quarkus.http.port", Integer.toString(ports.of(Port.ofService(name), replica)));
        properties.put("quarkus.oidc.auth-server-url", standIns.oidcIssuer().toString());
        return properties;
    }

    private ChildCommand command(String name, int replica, Map<String, String> properties) {
        Path jar = root.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        String process = replica == 1 ? name : name + "-" + replica;
        return new ChildCommand(
                process,
                List.of("-Xmx256m"),
                properties,
                List.of("-jar", jar.toString()),
                shape.environment().apply(process));
    }

    private String port(String service, Port server) {
        return Integer.toString(shape.routes().port(service, server));
    }
}
