package pl.odzew.mailbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.FreePort;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.mailbox.connection.google.GoogleStandIn;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Account;

/// Anna signs in with Google, where the operator offers it.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
@TestProfile(GoogleTest.Offered.class)
class GoogleTest {

    private static final String PORT = "test.google.port";

    /// The operator has a client at Google.
    public static final class Offered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = FreePort.find();
            return Map.of(
                    PORT,
                    Integer.toString(port),
                    "odzew.google.client-id",
                    GoogleStandIn.CLIENT,
                    "odzew.google.redirect-uri",
                    "https://portal.example/google",
                    "odzew.google.token-url",
                    "http://localhost:" + port + "/token");
        }
    }

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = GmailForTests.FOLDER)
    Path folder;

    @ConfigProperty(name = GmailForTests.IMAP_PORT)
    int imapPort;

    @ConfigProperty(name = GmailForTests.SMTP_PORT)
    int smtpPort;

    @ConfigProperty(name = PORT)
    int googlePort;

    private final String seller = "anna-" + UUID.randomUUID();
    private final String address = seller + "@gmail.com";
    private MailServer gmail;
    private Account anna;
    private GoogleStandIn google;
    private Broker broker;

    @BeforeEach
    void start() {
        gmail = MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort));
        anna = gmail.account(address, "tajne haslo");
        google = GoogleStandIn.start(
                googlePort,
                (address, token) -> gmail.find(address).orElseThrow().takeToken(token));
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void stop() {
        broker.close();
        google.close();
        gmail.close();
    }

    @Test
    void herMailboxIsReadUntilSheTakesHerConsentBack() {
        // When
        URI page = authorization();
        String state = GoogleStandIn.query(page).get("state");
        String id = end(google.agree(page, address), state)
                .body("credentialShape", equalTo("OAUTH"))
                .body("atRisk", equalTo(false))
                .extract()
                .path("id");
        MailboxId mailbox = MailboxId.of(id);
        gmail.deliver(
                address,
                Buyer.jan().writesTo(address, "cub31c122").about("Pytanie").plain());

        // Then
        MailboxConnected connected = broker.hear(
                MailboxConnected.class, event -> event.mailbox().mailboxId().equals(mailbox));
        assertThat(connected.mailbox().credentialShape()).isEqualTo(CredentialShape.OAUTH);
        broker.hear(MessageReceived.class, message -> message.target().id().equals(mailbox.value()));

        // When
        int renewals = google.asked().size();
        anna.takeToken("another one, since the one we hold is over");
        anna.dropConnections();

        // Then
        await().until(() -> google.asked().size() == renewals + 1 && anna.openConnections() == 1);

        // When
        google.revokeAll();
        anna.takeToken("nobody's");
        anna.dropConnections();

        // Then
        MailboxAuthFailed failed = broker.hear(
                MailboxAuthFailed.class, event -> event.mailbox().mailboxId().equals(mailbox));
        assertThat(failed.failure().reason()).isEqualTo(AuthFailureReason.OAUTH_CONSENT_LOST);
        assertThat(failed.failure().remedies())
                .containsExactly(Remedy.GOOGLE_SIGN_IN, Remedy.APP_PASSWORD, Remedy.VERSION_3);

        // When
        URI again = authorization();
        end(google.agree(again, address), GoogleStandIn.query(again).get("state"))
                .body("id", equalTo(id))
                .body("status", equalTo("OK"));

        // Then
        broker.hear(MailboxRecovered.class, event -> event.mailbox().mailboxId().equals(mailbox));
        Api.as(seller)
                .get("/api/v1/audit/mailbox-service")
                .then()
                .body("items.action", contains("CREDENTIAL_CHANGED", "CONNECTED"));
    }

    @Test
    void whatComesBackIsTakenFromHerAloneAndOnce() {
        // Given
        URI page = authorization();
        String state = GoogleStandIn.query(page).get("state");
        String code = google.agree(page, address);

        // Then
        Api.as("mallory-" + UUID.randomUUID())
                .body(Map.of("code", code, "state", state))
                .post("/api/v1/mailboxes/google/consents")
                .then()
                .statusCode(400)
                .body("field", equalTo("state"));
        end(code, state);
        Api.as(seller)
                .body(Map.of("code", code, "state", state))
                .post("/api/v1/mailboxes/google/consents")
                .then()
                .statusCode(400)
                .body("field", equalTo("state"));
    }

    @Test
    void sheIsToldWhenSheDidNotAgreeToMail() {
        // Given
        URI page = authorization();
        String code = google.agree(page, address, "openid email");

        // Then
        Api.as(seller)
                .body(Map.of("code", code, "state", GoogleStandIn.query(page).get("state")))
                .post("/api/v1/mailboxes/google/consents")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:odzew:problem:consent-not-given"));
    }

    private URI authorization() {
        return URI.create(Api.as(seller)
                .body(Map.of("address", address))
                .post("/api/v1/mailboxes/google/authorizations")
                .then()
                .statusCode(200)
                .extract()
                .path("authorizationUrl"));
    }

    private ValidatableResponse end(String code, String state) {
        return Api.as(seller)
                .body(Map.of("code", code, "state", state))
                .post("/api/v1/mailboxes/google/consents")
                .then()
                .statusCode(200);
    }
}
