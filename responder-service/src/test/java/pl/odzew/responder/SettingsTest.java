package pl.odzew.responder;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.ConversationId;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;

/// What a seller can set over REST, and what follows from it for his buyers.
@QuarkusTest
@WithTestResource(EmbeddedInfrastructure.class)
class SettingsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RULES = "/api/v1/autoresponder/rules";
    private static final String HOURS = "/api/v1/autoresponder/working-hours";
    private static final String STOP = "/api/v1/autoresponder/stop";
    private static final byte[] PDF = "%PDF-1.7 regulamin".getBytes(UTF_8);

    private static final String TWO_RULES = """
            {"windowHours": 48, "signature": "Sklep Anna",
             "rules": [
               {"name": "Reklama", "when": {"keywords": ["reklama"]}, "then": {"kind": "SILENCE"}},
               {"name": "Paczki", "when": {"keywords": ["paczka"], "channels": ["MAILBOX"]},
                "then": {"kind": "REPLY", "texts": {"pl": "Witaj {{buyer|Kupujący}}, paczka jedzie. {{signature}}"}}}]}""";

    @Inject
    World world;

    private final Buyer buyer =
            new Buyer("kupujacy" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    @TestSecurity(user = "anna")
    @OidcSecurity(claims = @Claim(key = "sub", value = "anna-writes-rules"))
    void sellersRuleAnswersInInflectedWordsAndIsNamedBesideTheDecision() {
        // Given
        Seller anna = Seller.withId("anna-writes-rules", "anna");
        connects(anna, 2);
        given().get(RULES).then().statusCode(200).body("version", equalTo(0)).body("windowHours", equalTo(24));
        saves(RULES, 0, TWO_RULES)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("windowHours", equalTo(48))
                .body("rules.name", contains("Reklama", "Paczki"));

        // When
        MessageReceived mail = buyer.mails(anna, Instant.now());
        world.tells(mail);

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        var reply = (ReplyRequested) world.repliesIn(mail.conversationId()).getFirst();
        assertThat(reply.text()).isEqualTo("Witaj Kupujący, paczka jedzie. Sklep Anna");
        given().queryParam("conversationId", mail.conversationId().value())
                .get("/api/v1/decisions")
                .then()
                .body("items.rule", contains("Paczki"));

        // When
        given().contentType(JSON)
                .body("""
                        {"rules": {"rules": [{"name": "Inna", "when": {"keywords": ["paczki"]},
                                              "then": {"kind": "SILENCE"}}]}}""")
                .post("/api/v1/autoresponder/rehearsal")
                .then()

                // Then
                .statusCode(200)
                .body("messages", equalTo(1))
                .body("complete", equalTo(true))
                .body("changed", equalTo(1))
                .body("items[0].before.rule", equalTo("Paczki"))
                .body("items[0].after.reason", equalTo("SILENT_BY_RULE"))
                .body("items[0].after.rule", equalTo("Inna"))
                .body("items[0].excerpt", equalTo(Buyer.WORDS));

        // When
        world.tells(new ReplySent(
                reply.replyId(), anna.id(), anna.mailbox(), mail.conversationId(), Instant.now(), "<reply@odzew>"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/decisions/statistics")
                        .then()
                        .statusCode(200)
                        .body("zone", equalTo("Europe/Warsaw"))
                        .body("days[-1].answered", equalTo(1))
                        .body("days[-1].medianAnswerSeconds", notNullValue()));
        given().queryParam("outcome", "SILENCE").get("/api/v1/decisions").then().body("items", empty());
        given().queryParam("channel", "MAILBOX")
                .queryParam("outcome", "REPLY")
                .queryParam("from", Instant.now().minusSeconds(3600).toString())
                .get("/api/v1/decisions")
                .then()
                .body("items", hasSize(1));
        given().queryParam("reason", "WEATHER")
                .get("/api/v1/decisions")
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        given().get("/api/v1/audit/responder-service")
                .then()
                .body("items.action", contains("RULES_CHANGED", "TARGET_CHANGED"))
                .body("items.actor", hasItem("anna"));
    }

    @Test
    @TestSecurity(user = "celina")
    @OidcSecurity(claims = @Claim(key = "sub", value = "celina-makes-mistakes"))
    void whatIsWrongIsNamedWithItsPlaceAndNothingIsSaved() {
        saves(RULES, 0, """
                {"windowHours": 0, "rules": [
                  {"name": "a", "when": {"channels": ["FAX"]},
                   "then": {"kind": "REPLY", "texts": {"pl": "Numer {{numer}} z sklep.pl"}}}]}""")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("windowHours"))
                .body("errors.field", contains("windowHours", "rules[0].when.channels[0]", "rules[0].then.texts.pl"))
                .body("errors[2].code", equalTo("UNKNOWN_PLACEHOLDER"))
                .body("errors[2].position", equalTo(6));
        given().contentType(JSON).body("{}").put(RULES).then().statusCode(428);
        saves(RULES, 3, "{}").statusCode(412);
        saves(HOURS, 0, """
                {"zone": "Warszawa", "week": {"MONDAY": [{"from": "9:00", "to": "17:00"}, {"from": "16:00", "to": "18:00"}]},
                 "closures": [{"from": "2026-12-24", "to": "2026-12-20"}]}""").statusCode(400).body("errors.field", contains("zone", "week.MONDAY[1]", "closures[0].to"));
        given().get(RULES).then().body("version", equalTo(0));
        given().get(HOURS).then().body("version", equalTo(0)).body("always", equalTo(true));
    }

    @Test
    @TestSecurity(user = "dorota")
    @OidcSecurity(claims = @Claim(key = "sub", value = "dorota-sets-hours"))
    void hoursAreKeptAndFillATextInThePreview() {
        // Given
        saves(HOURS, 0, """
                {"week": {"MONDAY": [{"from": "9:00", "to": "12:00"}, {"from": "12:30", "to": "17:00"}]},
                 "holidays": ["PL"], "closures": [{"from": "2026-12-28"}]}""")
                .statusCode(200)
                .body("version", equalTo(1))
                .body("week.MONDAY.from", contains("09:00", "12:30"))
                .body("week.TUESDAY", empty())
                .body("nextOpening", notNullValue());

        // When, then
        given().contentType(JSON)
                .body(Map.of(
                        "text",
                        "Dzień dobry {{buyer|}}! Dzisiaj: {{hours-today}}. Wracamy: {{next-opening|}}. sklep.pl",
                        "at",
                        "2026-12-21T08:30:00Z"))
                .post("/api/v1/autoresponder/preview")
                .then()
                .statusCode(200)
                .body(
                        "text",
                        equalTo("Dzień dobry jan_kowalski! Dzisiaj: 9:00–12:00 i 12:30–17:00. "
                                + "Wracamy: dzisiaj 12:30. sklep.pl"))
                .body("errors", empty())
                .body("warnings.code", contains("DOMAIN"))
                .body("limit", equalTo(2000));
        given().contentType(JSON)
                .body(Map.of("text", "{{buyer}} {{x}}"))
                .post("/api/v1/autoresponder/preview")
                .then()
                .statusCode(200)
                .body("errors.code", contains("NEEDS_FALLBACK", "UNKNOWN_PLACEHOLDER"));
    }

    @Test
    @TestSecurity(user = "iga")
    @OidcSecurity(claims = @Claim(key = "sub", value = "iga-tries"))
    void trialGoesToTheSellersOwnAddress() {
        // Given
        Seller iga = Seller.withId("iga-tries", "iga");
        triesText("Witaj {{buyer|}}").statusCode(409).body("remedy", equalTo("/api/v1/mailboxes"));
        connects(iga, 2);

        // When
        String replyId = triesText("Witaj {{buyer|}}")
                .statusCode(202)
                .body("to", equalTo("iga@gmail.com"))
                .extract()
                .path("replyId");

        // Then
        var conversation = new ConversationId("trial-" + replyId);
        await().atMost(PATIENCE).until(() -> world.repliesIn(conversation).size() == 1);
        var reply = (ReplyRequested) world.repliesIn(conversation).getFirst();
        assertThat(reply.text()).isEqualTo("Witaj jan_kowalski");
        assertThat(reply.target()).isEqualTo(iga.mailbox());
        triesText("Witaj {{buyer}}").statusCode(400).body("errors.code", contains("NEEDS_FALLBACK"));
    }

    @Test
    @TestSecurity(user = "ewa")
    @OidcSecurity(claims = @Claim(key = "sub", value = "ewa-stops"))
    void stopHoldsRepliesUntilItIsReleased() {
        // Given
        Seller ewa = Seller.withId("ewa-stops", "ewa");
        connects(ewa, 1);
        turnsStop(true).statusCode(200).body("stopped", equalTo(true));

        // When
        MessageReceived mail = buyer.mails(ewa, Instant.now());
        world.tells(mail);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> given().get(STOP).then().body("held", equalTo(1)));
        given().queryParam("reason", "STOPPED")
                .get("/api/v1/decisions")
                .then()
                .body("items.outcome", contains("WAITING"));

        // When
        turnsStop(false).body("stopped", equalTo(false)).body("held", equalTo(0));

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        given().get("/api/v1/audit/responder-service")
                .then()
                .body("items.action", contains("RELEASED", "STOPPED", "TARGET_CHANGED"));
    }

    @Test
    @TestSecurity(user = "franek")
    @OidcSecurity(claims = @Claim(key = "sub", value = "franek-attaches"))
    void fileIsStoredSentWithARuleAndNotRemovedWhileARuleNamesIt() {
        // Given
        String id = given().multiPart("file", "../regulamin.pdf", PDF)
                .post("/api/v1/autoresponder/attachments")
                .then()
                .statusCode(201)
                .body("fileName", equalTo("regulamin.pdf"))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(PDF.length))
                .extract()
                .path("id");
        Seller franek = Seller.withId("franek-attaches", "franek");
        connects(franek, 2);
        saves(RULES, 0, """
                {"defaultReply": {"kind": "REPLY", "texts": {"pl": "W załączniku."}, "attachments": ["%s"]}}""".formatted(id)).statusCode(200);

        // When
        MessageReceived mail = buyer.mails(franek, Instant.now());
        world.tells(mail);

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        var reply = (ReplyRequested) world.repliesIn(mail.conversationId()).getFirst();
        assertThat(reply.attachments()).singleElement().satisfies(file -> {
            assertThat(file.id()).hasToString(id);
            assertThat(file.fileName()).isEqualTo("regulamin.pdf");
        });
        byte[] content = given().get("/api/v1/autoresponder/attachments/{id}/content", id)
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(PDF);
        given().delete("/api/v1/autoresponder/attachments/{id}", id)
                .then()
                .statusCode(409)
                .body("remedy", equalTo(RULES));
        saves(RULES, 1, "{}").statusCode(200);
        given().delete("/api/v1/autoresponder/attachments/{id}", id).then().statusCode(204);
        given().get("/api/v1/autoresponder/attachments").then().body("", empty());
        given().multiPart("file", "x.exe", "MZ".getBytes(UTF_8))
                .post("/api/v1/autoresponder/attachments")
                .then()
                .statusCode(400)
                .body("field", equalTo("file"));
    }

    @Test
    @TestSecurity(user = "opal", roles = "operator")
    @OidcSecurity(claims = @Claim(key = "sub", value = "opal"))
    void operatorStopsTheInstallationAndAllAreReleasedAgain() {
        // Given
        Seller opal = Seller.withId("opal", "opal");
        connects(opal, 1);
        turnsInstallation(true).statusCode(200).body("stopped", equalTo(true));
        given().get(STOP).then().body("installationStopped", equalTo(true)).body("stopped", equalTo(false));

        // When
        MessageReceived mail = buyer.mails(opal, Instant.now());
        world.tells(mail);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> given().get(STOP).then().body("held", equalTo(1)));

        // When
        turnsInstallation(false).statusCode(200);

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
    }

    @Test
    @TestSecurity(user = "henryk")
    @OidcSecurity(claims = @Claim(key = "sub", value = "henryk"))
    void onlyAnOperatorStopsTheInstallation() {
        given().get("/api/v1/operator/stop").then().statusCode(403);
    }

    @Test
    void documentTellsOfEveryOperationAndShowsEveryBody() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept(JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");

        assertThat(paths).containsKeys(RULES, HOURS, STOP, "/api/v1/decisions", "/api/v1/operator/stop");
        paths.forEach((path, operations) -> {
            if (isOurs(path)) {
                operations.forEach((method, operation) -> {
                    if (operation instanceof Map<?, ?> told && told.containsKey("responses")) {
                        assertThat(told.get("summary")).as(method + " " + path).isNotNull();
                        if (told.containsKey("requestBody") && !path.endsWith("/attachments")) {
                            assertThat(told.get("requestBody").toString())
                                    .as(method + " " + path)
                                    .contains("examples=");
                        }
                    }
                });
            }
        });
    }

    /// What every service has from the transport is documented there.
    private static boolean isOurs(String path) {
        return path.startsWith("/api/v1/") && !path.contains("dead-letters");
    }

    private void connects(Seller seller, int version) {
        world.tells(seller.connectsMailbox());
        await().atMost(PATIENCE)
                .until(() -> given().contentType(JSON)
                                .body(Map.of("version", version, "enabled", true, "text", "Odpiszemy."))
                                .put(
                                        "/api/v1/autoresponder/targets/{id}",
                                        seller.mailboxId().value())
                                .statusCode()
                        == 200);
    }

    private static ValidatableResponse saves(String path, long version, String document) {
        return given().contentType(JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(document)
                .put(path)
                .then();
    }

    private static ValidatableResponse triesText(String text) {
        return given().contentType(JSON)
                .body(Map.of("text", text))
                .post("/api/v1/autoresponder/trial")
                .then();
    }

    private static ValidatableResponse turnsStop(boolean stopped) {
        return given().contentType(JSON)
                .body(Map.of("stopped", stopped))
                .put(STOP)
                .then();
    }

    private static ValidatableResponse turnsInstallation(boolean stopped) {
        return given().contentType(JSON)
                .body(Map.of("stopped", stopped))
                .put("/api/v1/operator/stop")
                .then();
    }
}
