package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The rules that Prometheus gets, and the stories on which they are tried.
record Alerts(JsonNode rules, JsonNode stories) {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Path RULES = Kustomize.DEPLOY.resolve("components/monitoring/rules.yaml");
    static final Path STORIES = Path.of("src/test/resources/alerts/alerts.yaml");

    static Alerts read() throws IOException {
        return new Alerts(YAML.readTree(RULES.toFile()).path("spec"), YAML.readTree(STORIES.toFile()));
    }

    List<String> expressions() {
        return all().map(rule -> rule.path("expr").asText()).toList();
    }

    List<JsonNode> alerts() {
        return all().filter(rule -> rule.has("alert")).toList();
    }

    List<String> names() {
        return alerts().stream().map(alert -> alert.path("alert").asText()).toList();
    }

    List<String> recorded() {
        return all().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .toList();
    }

    private Stream<JsonNode> all() {
        return rules.findValues("rules").stream().flatMap(Manifest::items);
    }
}
