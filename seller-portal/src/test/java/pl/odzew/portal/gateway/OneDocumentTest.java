package pl.odzew.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OneDocumentTest {

    @Test
    void twoComponentsOfOneNameStayTwo() {
        // Given
        Map<String, Object> mailboxes = document("/api/v1/mailboxes", Map.of("type", "object"));
        Map<String, Object> responder = document("/api/v1/decisions", Map.of("type", "string"));

        // When
        Map<String, Object> one = OneDocument.of(Map.of("mailbox-service", mailboxes, "responder-service", responder));

        // Then
        assertThat(one.get("components"))
                .isEqualTo(Map.of(
                        "schemas",
                        Map.of(
                                "mailbox-service.Problem", Map.of("type", "object"),
                                "responder-service.Problem", Map.of("type", "string"))));
        assertThat(one.get("paths"))
                .isEqualTo(Map.of(
                        "/api/v1/mailboxes", pointing("mailbox-service.Problem"),
                        "/api/v1/decisions", pointing("responder-service.Problem")));
    }

    @Test
    void resourcesOfEveryServiceAreNamedByIt() {
        Map<String, Object> document = document("/api/v1/operator/{service}/dead-letters", Map.of());

        assertThat(OneDocument.of(Map.of("mailbox-service", document)).get("paths"))
                .isEqualTo(
                        Map.of("/api/v1/operator/mailbox-service/dead-letters", pointing("mailbox-service.Problem")));
    }

    private static Map<String, Object> document(String path, Map<String, Object> problem) {
        return Map.of(
                "paths",
                Map.of(path, pointing("Problem"), "/q/health", Map.of()),
                "components",
                Map.of("schemas", Map.of("Problem", problem)));
    }

    private static Map<String, Object> pointing(String schema) {
        return Map.of("get", Map.of("$ref", "#/components/schemas/" + schema));
    }
}
