package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Renders folders of `deploy/` by the `kubectl` of the machine.
final class Kustomize {

    static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    /// The first whose kustomize knows components, replacements and merged generators as they are used here.
    private static final int OLDEST_MINOR = 27;

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ConcurrentMap<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    /// Why nothing can be rendered here, if so.
    static Optional<String> obstacle() {
        try {
            JsonNode version = YAML.readTree(run("kubectl", "version", "--client", "-o", "json"))
                    .path("clientVersion");
            int minor = Integer.parseInt(version.path("minor").asText("0").replaceAll("\\D", ""));
            return minor >= OLDEST_MINOR
                    ? Optional.empty()
                    : Optional.of(
                            "kubectl is too old: " + version.path("gitVersion").asText());
        } catch (IOException e) {
            return Optional.of("kubectl cannot be run: " + e.getMessage());
        }
    }

    /// @param folder below `deploy/`
    static Manifests render(String folder) {
        return RENDERED.computeIfAbsent(folder, Kustomize::renderNow);
    }

    private static Manifests renderNow(String folder) {
        try {
            String rendered = run("kubectl", "kustomize", DEPLOY.resolve(folder).toString());
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
                return new Manifests(
                        documents.readAll().stream().map(Manifest::new).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        try (var errors = process.errorReader(StandardCharsets.UTF_8)) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> complaints = errors.lines().toList();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + ": " + String.join("\n", complaints));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
