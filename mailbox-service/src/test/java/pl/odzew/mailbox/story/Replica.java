package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pl.odzew.embedded.FreePort;

/// The packaged service in a process of its own.
final class Replica implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns when it does its part of the work.
    static Replica start(String name, Map<String, String> settings) {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-XX:+UseSerialGC"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-Dquarkus.http.host=localhost", "-jar", JAR.toString()));
        Path log = Path.of("target", "replica-" + name + ".log");
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var replica = new Replica(started, port);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreException(ConnectException.class)
                    .until(() -> {
                        if (!started.isAlive()) {
                            throw new AssertionError("the replica ended; see " + log.toAbsolutePath());
                        }
                        return replica.request().get("/q/health/ready").statusCode() == 200;
                    });
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RequestSpecification as(String seller) {
        return request().auth().oauth2(SellersToken.of(seller));
    }

    /// How many mailboxes each replica works on, as the database knows it, smallest first.
    List<Integer> distribution() {
        List<Integer> mailboxes = request()
                .auth()
                .oauth2(SellersToken.ofOperator())
                .get("/api/v1/operator/mailbox-service/leases")
                .then()
                .statusCode(200)
                .extract()
                .path("replicas.mailboxes");
        return mailboxes.stream().sorted().toList();
    }

    private RequestSpecification request() {
        return given().baseUri("http://localhost").port(port).contentType(ContentType.JSON);
    }

    /// As `kill -9` does: it has no time for a word.
    void kill() {
        process.destroyForcibly();
    }

    /// Asks it to end (SIGTERM).
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
