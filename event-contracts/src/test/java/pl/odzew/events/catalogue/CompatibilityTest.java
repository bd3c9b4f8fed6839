package pl.odzew.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a release has promised to other teams holds: its schemas lie in `src/test/resources/released`, and are replaced
/// by today's when the next release is made.
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    private final ObjectMapper json = new ObjectMapper();

    static Stream<String> releasedTypes() throws Exception {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releasedTypes")
    void whoReadsAReleasedTypeStillCan(String type) throws Exception {
        // Given
        JsonNode released = json.readTree(RELEASED.resolve(type + ".json").toFile());

        // When
        EventType today = EventType.named(type).orElseThrow();

        // Then
        assertThat(Compatibility.breaches(released, json.readTree(SchemaOf.type(today))))
                .isEmpty();
    }

    @Test
    void anOptionalFieldAndAFurtherValueBreakNobody() throws Exception {
        assertThat(breachesOf(schema -> {
                    properties(schema).putObject("moved").put("type", "boolean");
                    ((ArrayNode) schema.at("/$defs/AuthFailureReason/enum")).add("NEW_WORDS");
                }))
                .isEmpty();
    }

    @Test
    void whatBreaksReadersIsTold() throws Exception {
        assertThat(breachesOf(schema -> properties(schema).remove("failure"))).containsExactly("$.failure is gone");
        assertThat(breachesOf(schema -> failure(schema)
                        .set("serverWords", json.createObjectNode().put("type", "array"))))
                .containsExactly("$.failure.serverWords: type was \"string\" and is \"array\"");
        assertThat(breachesOf(schema -> ((ArrayNode) schema.at("/$defs/MailProtocol/enum")).remove(1)))
                .containsExactly("$.failure.protocol: the value SMTP is gone");
        assertThat(breachesOf(schema -> ((ArrayNode) schema.at("/$defs/AuthFailure/required")).remove(0)))
                .containsExactly("$.failure.firstRefusedAt was always there and may now be absent");
        assertThat(breachesOf(schema -> ((ArrayNode) schema.path("required")).add("moved")))
                .containsExactly("$.moved is required and older events lack it");
    }

    private List<String> breachesOf(Consumer<ObjectNode> change) throws Exception {
        JsonNode before = json.readTree(SchemaOf.type(EventType.MAILBOX_AUTH_FAILED));
        ObjectNode after = before.deepCopy();
        change.accept(after);
        assertThat(after).isNotEqualTo(before);
        return Compatibility.breaches(before, after);
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static ObjectNode failure(ObjectNode schema) {
        return (ObjectNode) schema.at("/$defs/AuthFailure/properties");
    }
}
