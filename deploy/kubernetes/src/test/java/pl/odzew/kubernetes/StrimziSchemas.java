package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The schemas of Strimzi's resources, from the generator that writes its CRDs.
final class StrimziSchemas {

    private static final List<Class<?>> MODELS =
            List.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class);

    private StrimziSchemas() {}

    static Map<String, JsonNode> byKind() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "strimzi"));
            generate(folder);
            var schemas = new HashMap<String, JsonNode>();
            var yaml = new ObjectMapper(new YAMLFactory());
            for (Class<?> model : MODELS) {
                JsonNode crd = yaml.readTree(file(folder, model).toFile());
                JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema");
                close(schema);
                schemas.put(model.getSimpleName(), schema);
            }
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// In a process of its own, since the class is not public and may end the JVM.
    private static void generate(Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.strimzi.crdgenerator.CrdGenerator",
                "--yaml"));
        MODELS.forEach(model -> command.add(model.getName() + "=" + file(folder, model)));
        File log = folder.resolve("generator.log").toFile();
        Process generator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        int status = generator.waitFor();
        if (status != 0) {
            throw new IOException("the generator of Strimzi's schemas failed, see " + log);
        }
    }

    private static Path file(Path folder, Class<?> model) {
        return folder.resolve(model.getSimpleName() + ".yaml");
    }

    /// Kubernetes drops what the schema does not name, without a word; here it is to be seen.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(StrimziSchemas::close);
    }
}
