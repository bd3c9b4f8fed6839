package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.notification.webhook.Signature;

@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class WebhookStoryTest extends Story {

    private record Call(String id, String timestamp, String signature, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer program;

    @BeforeEach
    void theSellersProgram() throws IOException {
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/odzew", this::take);
        program.start();
    }

    @AfterEach
    void stops() {
        program.stop(0);
    }

    @Test
    void aProgramIsCalledWithASignatureAndAgainWhenItRefuses() {
        // Given
        String secret = request()
                .body("{\"url\":\"" + url() + "\"}")
                .put("/api/v1/webhook")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .extract()
                .path("secret");
        refusals.set(1);

        // When
        tell(mailbox.wantsAppPassword());

        // Then
        await().atMost(PATIENCE).until(() -> calls.size() == 2);
        Call first = calls.getFirst();
        Call second = calls.getLast();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).contains("\"type\":\"notification.opened\"", address, "APP_PASSWORD_REQUIRED");
        assertThat(second.signature())
                .isEqualTo(new Signature(secret)
                        .sign(second.id(), Instant.ofEpochSecond(Long.parseLong(second.timestamp())), second.body()));
        tell(mailbox.newPasswordSaved(), mailbox.recovered());
        await().atMost(PATIENCE).until(() -> calls.size() == 3);
        assertThat(calls.getLast().body()).contains("\"type\":\"notification.closed\"");
        get("/api/v1/webhook").then().body("secret", nullValue()).body("failingSince", nullValue());
        assertThat(count("select count(*) from webhook where seller_id = $1 and position('" + secret
                        + "' in encode(sealed_secret, 'escape')) > 0"))
                .isZero();
    }

    @Test
    void aWebhookIsItsSellersAlone() {
        // Given
        request().body("{\"url\":\"" + url() + "\"}").put("/api/v1/webhook");

        // When
        var stranger = requestOf("celina-" + seller).get("/api/v1/webhook");
        var nonsense = request().body("{\"url\":\"sklep\"}").put("/api/v1/webhook");
        var test = request().post("/api/v1/webhook/test");
        await().atMost(PATIENCE).until(() -> calls.size() == 1);
        var removed = request().delete("/api/v1/webhook");

        // Then
        stranger.then().statusCode(404);
        nonsense.then().statusCode(400).body("field", equalTo("url"));
        test.then().statusCode(202);
        removed.then().statusCode(204);
        get("/api/v1/webhook").then().statusCode(404);
        assertThat(calls.getFirst().body()).contains("webhook.test").doesNotContain("data");
    }

    @Test
    void mailThatComesBackEndsMailToTheAddress() {
        // Given
        tell(mailbox.connected());
        await().atMost(PATIENCE)
                .until(() -> address.equals(get("/api/v1/contact").path("email")));
        String report = "Final-Recipient: rfc822; %s\nAction: failed\nStatus: 5.1.1\n".formatted(address);
        var operator = given().auth().oauth2(identityProvider.operatorsToken());

        // When
        var outcome = operator.contentType("message/rfc822")
                .body(report.getBytes(UTF_8))
                .post("/api/v1/operator/notification-service/suppressions/report");

        // Then
        outcome.then().statusCode(200).body("addresses", contains(address));
        get("/api/v1/contact").then().body("email", nullValue());
        tell(mailbox.wantsAppPassword());
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from mail where seller_id = $1 and state = 'DROPPED'") == 1);
        assertThat(postOffice.mailsTo(address)).isEmpty();
        notifications().body("items[0].kind", notNullValue());
        given().auth()
                .oauth2(identityProvider.operatorsToken())
                .delete("/api/v1/operator/notification-service/suppressions?address=" + address)
                .then()
                .statusCode(204);
        get("/api/v1/contact").then().body("email", equalTo(address));
        request()
                .get("/api/v1/operator/notification-service/suppressions")
                .then()
                .statusCode(403);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
        exchange.close();
    }

    private String url() {
        return "http://localhost:" + program.getAddress().getPort() + "/odzew";
    }
}
