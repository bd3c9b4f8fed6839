package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every document fits the schema of its kind: no unknown field, no wrong enumeration, nothing missing.
///
/// Strimzi's schemas are written by its own generator ([StrimziSchemas]); the others are vendored, and closed.
final class Schemas implements Check {

    /// Kinds whose schema cannot be had from a registry; [PostgresRules] and [References] look at what matters in them.
    static final Set<String> WITHOUT = Set.of("Cluster", "Database", "ScheduledBackup", "ObjectStore", "Secret");

    private static final String VENDORED = "/schemas/kubernetes.json";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final Map<String, JsonSchema> BY_KIND = new HashMap<>();

    static Optional<JsonSchema> of(String kind) {
        synchronized (BY_KIND) {
            if (BY_KIND.isEmpty()) {
                StrimziSchemas.byKind().forEach((each, schema) -> BY_KIND.put(each, FACTORY.getSchema(schema)));
                vendored();
            }
            return Optional.ofNullable(BY_KIND.get(kind));
        }
    }

    @Override
    public Stream<String> complaints(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> !WITHOUT.contains(manifest.kind()))
                .flatMap(Schemas::validate);
    }

    private static Stream<String> validate(Manifest manifest) {
        return of(manifest.kind())
                .map(schema -> schema.validate(manifest.json()).stream()
                        .map(message -> manifest + ": " + message.getMessage()))
                .orElseGet(() -> Stream.of(manifest + ": nothing is known of this kind"));
    }

    private static void vendored() {
        try (InputStream file = Schemas.class.getResourceAsStream(VENDORED)) {
            new ObjectMapper()
                    .readTree(file).properties().stream()
                            .filter(entry -> entry.getValue().isObject())
                            .forEach(entry -> BY_KIND.put(entry.getKey(), FACTORY.getSchema(entry.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
