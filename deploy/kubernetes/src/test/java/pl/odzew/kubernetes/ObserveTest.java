package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A local run is watched by the same rules as production.
class ObserveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NO_PROMETHEUS = 77;

    @TempDir
    Path data;

    @Test
    void watchesTheFiveServicesByTheAlertsOfProduction() throws Exception {
        // Given
        int port = freePort();
        var builder = new ProcessBuilder(Kustomize.DEPLOY.resolve("observe").toString(), "--port-base", "26000")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DATA", data.toString());

        // When
        Process prometheus = builder.start();
        try {
            JsonNode rules = ask(prometheus, port, "rules");
            JsonNode targets = ask(prometheus, port, "targets");

            // Then
            assertThat(rules.findValues("rules").stream()
                            .mapToInt(JsonNode::size)
                            .sum())
                    .isEqualTo(Alerts.read().expressions().size());
            assertThat(targets.findValuesAsText("scrapeUrl"))
                    .containsExactlyInAnyOrder(
                            "http://localhost:26000/q/metrics",
                            "http://localhost:26001/q/metrics",
                            "http://localhost:26002/q/metrics",
                            "http://localhost:26003/q/metrics",
                            "http://localhost:26004/q/metrics");
        } finally {
            prometheus.destroy();
            prometheus.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static JsonNode ask(Process prometheus, int port, String what) throws Exception {
        var question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + what))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
                if (!prometheus.isAlive() && prometheus.exitValue() == NO_PROMETHEUS) {
                    System.out.println("SKIPPED the watching of a local run: there is no prometheus here");
                    Assumptions.abort("there is no prometheus");
                }
                try {
                    var answer = client.send(question, BodyHandlers.ofString());
                    JsonNode found = new ObjectMapper().readTree(answer.body());
                    if (answer.statusCode() == 200 && !isEmpty(found)) {
                        return found;
                    }
                } catch (IOException e) {
                    // It is starting.
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
        throw new AssertionError("Prometheus does not tell its " + what);
    }

    /// Targets appear a little after the server does.
    private static boolean isEmpty(JsonNode answer) {
        return answer.at("/data/groups").isEmpty()
                && answer.at("/data/activeTargets").isEmpty();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
