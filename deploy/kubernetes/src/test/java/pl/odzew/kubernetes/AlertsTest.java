package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alerts tell what they should, when they should, and somebody who is called finds what to do.
class AlertsTest {

    @TempDir
    Path folder;

    private final Alerts alerts = Alerts.read();

    AlertsTest() throws IOException {}

    @Test
    void tellTheStoriesAsWritten() throws Exception {
        // Given
        Alerts.YAML.writeValue(folder.resolve("rules.yaml").toFile(), alerts.rules());
        Files.copy(Alerts.STORIES, folder.resolve("alerts.yaml"));

        // When
        String outcome = promtool("test", "rules", "alerts.yaml");

        // Then
        assertThat(outcome).endsWith("status 0");
    }

    @Test
    void eachIsToldInAStory() {
        assertThat(alerts.stories().findValuesAsText("alertname")).containsAll(alerts.names());
        assertThat(alerts.stories().findValues("exp_alerts").stream().filter(expected -> !expected.isEmpty()))
                .hasSizeGreaterThanOrEqualTo(alerts.names().size());
    }

    @Test
    void eachHasItsPlaceInTheRunbookAndPointsThere() throws Exception {
        // Given
        String runbook = Files.readString(Kustomize.DEPLOY.resolveSibling("docs/runbook.md"));

        // When
        var headings = runbook.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());

        // Then
        assertThat(headings).containsExactlyInAnyOrderElementsOf(alerts.names());
        assertThat(alerts.alerts())
                .allSatisfy(
                        alert -> assertThat(alert.at("/annotations/runbook_url").asText())
                                .endsWith("docs/runbook.md#" + name(alert).toLowerCase(Locale.ROOT)));
        assertThat(alerts.alerts())
                .allSatisfy(alert -> assertThat(runbook)
                        .contains("### " + name(alert) + "\n*"
                                + alert.at("/labels/severity").asText() + ".*"));
    }

    private static String name(JsonNode alert) {
        return alert.path("alert").asText();
    }

    private String promtool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("promtool");
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED the stories of the alerts: there is no promtool (Debian: prometheus)");
            Assumptions.abort("there is no promtool");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "status " + process.waitFor();
    }
}
