package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.embedded.TestServers;

/// The images start with what their manifests tell them, and with nothing else: migrate, become ready, end when asked.
///
/// Run by `deploy/images/rehearse`, which builds them; `ODZEW_IMAGES` is their tag, `ODZEW_IMAGES_OF` the services.
/// What only a cluster has (TLS to broker and database, the identity provider) is left out.
@ExtendWith(NeedsKubectl.class)
@EnabledIfEnvironmentVariable(named = "ODZEW_IMAGES", matches = ".+")
class ImagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String USER = "10001";
    /// 128 and SIGTERM: it was asked, and went.
    private static final int ASKED = 143;

    private static final Map<String, String> DATABASES = Map.of(
            "mailbox-service", "mailbox",
            "allegro-gateway", "allegro",
            "responder-service", "responder",
            "notification-service", "notification");

    private static TestServers servers;

    @TempDir
    Path folder;

    static String[] services() {
        return System.getenv("ODZEW_IMAGES_OF").split(" ");
    }

    @ParameterizedTest
    @MethodSource("services")
    void startsWithItsManifestAlone(String service) throws Exception {
        // Given
        Manifests manifests = Overlay.DEV.render();
        String database = DATABASES.get(service);
        if (database != null) {
            migrate(manifests, database);
        }
        int port = freePort();
        Container container = container(manifests, deploymentOf(manifests, service), database, port);

        // When
        Instant begun = Instant.now();
        String id = container.start();
        try {
            awaitReady(id, port);
            Duration took = Duration.between(begun, Instant.now());

            // Then
            System.out.printf("%s is ready after %d ms%n", service, took.toMillis());
            assertThat(Container.user(id)).isEqualTo(USER);
            assertThat(Container.logs(id).lines().filter(line -> line.contains("started in")))
                    .singleElement()
                    .asString()
                    .startsWith("{\"")
                    .contains("\"loggerName\":\"io.quarkus\"");
            assertThat(Container.logs(id)).doesNotContain("[warning][aot]", "[error][aot]");
            assertThat(Container.stop(id)).isEqualTo(ASKED);
        } finally {
            Container.remove(id);
        }
    }

    private void migrate(Manifests manifests, String database) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + servers().databaseAddress() + "/postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        Manifest job = manifests.get("Job", "migrate-" + database);
        Container.Outcome migration =
                container(manifests, job, database, freePort()).run();
        assertThat(migration.status()).as(migration.output()).isZero();
        assertThat(migration.output()).contains("Successfully applied");
    }

    private Container container(Manifests manifests, Manifest pods, String database, int port) throws Exception {
        JsonNode container = pods.containers().findFirst().orElseThrow();
        var environment = new HashMap<String, String>();
        Manifest.items(container.path("envFrom"))
                .map(source -> source.at("/configMapRef/name").asText())
                .forEach(name -> environment.putAll(
                        Manifest.texts(manifests.get("ConfigMap", name).json().path("data"))));
        Manifest.items(container.path("env"))
                .forEach(variable -> environment.put(
                        variable.path("name").asText(),
                        // A secret's value, which only the cluster knows; long enough for a key.
                        variable.path("value").asText("0123456789abcdef0123456789abcdef")));
        String service =
                pods.json().at("/metadata/labels/app.kubernetes.io~1name").asText();
        environment.putAll(Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_OIDC_TENANT_ENABLED", "false"));
        if (database != null) {
            environment.keySet().removeIf(name -> name.startsWith("QUARKUS_DATASOURCE_REACTIVE_"));
            environment.keySet().removeIf(name -> name.startsWith("KAFKA_"));
            String address = servers().databaseAddress() + "/" + database;
            environment.putAll(Map.of(
                    "QUARKUS_DATASOURCE_USERNAME",
                    "postgres",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "postgres",
                    "QUARKUS_DATASOURCE_REACTIVE_URL",
                    "postgresql://" + address,
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://" + address,
                    "KAFKA_BOOTSTRAP_SERVERS",
                    servers().bootstrapServers()));
        }
        return new Container(
                "odzew/" + service + ":" + System.getenv("ODZEW_IMAGES"),
                environment,
                Map.of("/etc/odzew/keys/keyset.json", keyset()),
                container.at("/resources/limits/memory").asText());
    }

    private static void awaitReady(String id, int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            String last = "nothing";
            for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
                try {
                    var answer = client.send(question, BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                    last = answer.body();
                } catch (IOException e) {
                    last = e.toString();
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            throw new AssertionError("not ready: " + last + "\n" + Container.logs(id));
        }
    }

    private static Manifest deploymentOf(Manifests manifests, String service) {
        return manifests
                .of("Deployment")
                .filter(deployment ->
                        deployment.podSpec().path("serviceAccountName").asText().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private Path keyset() throws Exception {
        AeadConfig.register();
        Path file = folder.resolve("keyset.json");
        KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        return file;
    }

    private static synchronized TestServers servers() {
        if (servers == null) {
            servers = TestServers.start();
        }
        return servers;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
