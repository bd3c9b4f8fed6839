package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.mailbox.mailserver.MailServer;

/// What others learn of Anna's mailbox by any operation that the service describes: nothing.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class OthersTest {

    private static final String PASSWORD = "tajne haslo";

    @ConfigProperty(name = GmailForTests.FOLDER)
    Path folder;

    @ConfigProperty(name = GmailForTests.IMAP_PORT)
    int imapPort;

    @ConfigProperty(name = GmailForTests.SMTP_PORT)
    int smtpPort;

    private final String anna = "anna-" + UUID.randomUUID();
    private final String bartek = "bartek-" + UUID.randomUUID();
    private final String address = anna + "@gmail.com";
    private MailServer gmail;
    private String mailbox;

    /// One operation of the service's OpenAPI document.
    private record Operation(String method, String path) {

        boolean isOperators() {
            return path.contains("/operator/");
        }

        Response call(RequestSpecification caller, String id) {
            return caller.body("""
                            {"address": "%s", "password": "haslo", "provider": "GMAIL",
                             "imap": {"host": "localhost"}, "smtp": {"host": "localhost"}, "code": "c", "state": "s"}
                            """.formatted(id)).request(method, path.replaceAll("\\{[a-zA-Z]+}", id));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void start() {
        gmail = MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort));
        gmail.account(address, PASSWORD);
        mailbox = Api.as(anna)
                .body(Map.of("address", address, "password", PASSWORD, "provider", "GMAIL"))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @AfterEach
    void stop() {
        gmail.close();
    }

    @Test
    void anotherSellersIdIsAsUnknownAsOneThatNeverWas() {
        for (Operation operation : operations()) {
            if (operation.isOperators()) {
                continue;
            }
            // When
            Response ofAnnas = operation.call(Api.as(bartek), mailbox);
            Response ofNobodys =
                    operation.call(Api.as(bartek), UUID.randomUUID().toString());

            // Then
            if (operation.path().contains("{")) {
                assertThat(ofAnnas.statusCode()).as("%s", operation).isEqualTo(404);
                assertThat(ofAnnas.asString()).as("%s", operation).isEqualTo(ofNobodys.asString());
            }
            assertThat(ofAnnas.asString()).as("%s", operation).doesNotContain(anna);
        }
        assertThat(Api.as(anna)
                        .get("/api/v1/mailboxes/{id}", mailbox)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("status"))
                .isEqualTo("OK");
    }

    @Test
    void nobodyIsAnsweredWithoutAToken() {
        for (Operation operation : operations()) {
            assertThat(operation
                            .call(given().contentType("application/json"), mailbox)
                            .statusCode())
                    .as("%s", operation)
                    .isEqualTo(401);
        }
    }

    @Test
    void whatIsForOperatorsIsForNoSeller() {
        List<Operation> forOperators =
                operations().stream().filter(Operation::isOperators).toList();
        assertThat(forOperators).hasSizeGreaterThanOrEqualTo(3);
        for (Operation operation : forOperators) {
            assertThat(operation.call(Api.as(anna), mailbox).statusCode())
                    .as("%s", operation)
                    .isEqualTo(403);
        }
    }

    @Test
    void everyOperationIsDescribedWithExamples() {
        Map<String, Map<String, Object>> schemas = document().path("components.schemas");
        for (String schema :
                List.of("Mailbox", "Problem", "Connecting", "NewPassword", "NewServers", "Audit", "Guard")) {
            assertThat(schemas).as(schema).containsKey(schema);
            assertThat(schemas.get(schema)).as(schema).containsKey("examples");
        }
        Map<String, Map<String, Map<String, Object>>> paths = document().path("paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (isOurs(path) && isMethod(method)) {
                assertThat(operation).as("%s %s", method, path).containsKey("summary");
            }
        }));
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Object>> paths = document().path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().forEach(method -> {
            if (isOurs(path) && isMethod(method)) {
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path));
            }
        }));
        assertThat(operations).hasSizeGreaterThan(10);
        return operations;
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/api/v1/");
    }

    private static boolean isMethod(String key) {
        return List.of("get", "put", "post", "patch", "delete").contains(key);
    }

    private static Response document() {
        return given().get("/q/openapi?format=json");
    }
}
