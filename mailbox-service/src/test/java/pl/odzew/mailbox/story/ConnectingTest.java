package pl.odzew.mailbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.mailbox.v1.MailboxPaused;
import pl.odzew.events.mailbox.v1.MailboxResumed;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// How Anna connects her mailbox, whatever server it is on, and what she is told when it does not work.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class ConnectingTest {

    private static final String PASSWORD = "tajne haslo";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = GmailForTests.FOLDER)
    Path folder;

    @ConfigProperty(name = GmailForTests.IMAP_PORT)
    int imapPort;

    @ConfigProperty(name = GmailForTests.SMTP_PORT)
    int smtpPort;

    private final String seller = "anna-" + UUID.randomUUID();
    private final String address = seller + "@firma.example";
    private MailServer server;
    private Account account;
    private Broker broker;

    @BeforeEach
    void start() {
        server = MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort));
        account = server.account(address, PASSWORD);
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void stop() {
        broker.close();
        server.close();
    }

    @Test
    void sheNamesAServerOfHerOwn() {
        // When
        String id = connect(imapPort, smtpPort)
                .statusCode(201)
                .body("provider", equalTo("OTHER"))
                .body("servers.imap.host", equalTo("localhost"))
                .body("servers.imap.port", equalTo(imapPort))
                .body("atRisk", equalTo(false))
                .body("warnings", empty())
                .extract()
                .path("id");
        server.deliver(
                address,
                Buyer.jan().writesTo(address, "cub31c122").about("Pytanie").plain());

        // Then
        broker.hear(
                MessageReceived.class,
                message -> message.target().id().toString().equals(id));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 993, smtp.example.org, 465, imap.host",
        "imap.example.org, 22, smtp.example.org, 465, imap.port",
        "imap.example.org, 993, smtp.example.org, 25, smtp.port",
        "imap.example.org/, 993, smtp.example.org, 465, imap.host",
        "'', 993, smtp.example.org, 465, imap.host"
    })
    void sheCannotSendUsToLookAroundBehindOurWalls(String imapHost, int imap, String smtpHost, int smtp, String field) {
        asAnna().body(Map.of(
                        "address",
                        address,
                        "password",
                        PASSWORD,
                        "imap",
                        Map.of("host", imapHost, "port", imap),
                        "smtp",
                        Map.of("host", smtpHost, "port", smtp)))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
    }

    @Test
    void sheIsToldWhyInTheServersOwnWords() {
        // Given
        account.refuse(RefusalCase.APP_PASSWORD_REQUIRED);

        // Then
        connect(imapPort, smtpPort)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("reason", equalTo("APP_PASSWORD_REQUIRED"))
                .body("protocol", equalTo("IMAP"))
                .body("serverWords", containsString("Application-specific password required"))
                .body("helpUrl", containsString("https://support.google.com/"))
                .body("remedies", contains("APP_PASSWORD", "VERSION_3"));
    }

    @Test
    void sheIsAnsweredWithinTenSecondsWhenTheServerHangs() {
        // Given
        account.refuse(RefusalCase.HANG);
        Instant before = Instant.now();

        // When
        connect(imapPort, smtpPort).statusCode(503).body("reason", equalTo("UNREACHABLE"));

        // Then
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nobodyGuessesAPasswordFromOurAddress() {
        // Given
        for (int i = 0; i < 5; i++) {
            connect("falsch" + i).statusCode(422);
        }
        int tried = server.logins().size();

        // Then
        connect(PASSWORD)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", value -> Integer.parseInt(value), greaterThan(800))
                .body("retryAfter", lessThan(901));
        assertThat(server.logins()).hasSize(tried);
        Api.as("mallory-" + UUID.randomUUID())
                .body(request(PASSWORD))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(429);
    }

    @Test
    void shePausesAndResumes() {
        // Given
        String id = connect(PASSWORD).statusCode(201).extract().path("id");
        await().until(() -> account.openConnections() == 1);

        // When
        asAnna().post("/api/v1/mailboxes/{id}/pause", id).then().statusCode(200).body("status", equalTo("PAUSED"));

        // Then
        broker.hear(MailboxPaused.class, event -> event.mailbox().mailboxId().equals(MailboxId.of(id)));
        await().until(() -> account.openConnections() == 0);
        asAnna().post("/api/v1/mailboxes/{id}/check", id).then().statusCode(409);

        // When
        asAnna().post("/api/v1/mailboxes/{id}/resume", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("OK"));

        // Then
        broker.hear(MailboxResumed.class, event -> event.mailbox().mailboxId().equals(MailboxId.of(id)));
        await().until(() -> account.openConnections() == 1);
        asAnna().post("/api/v1/mailboxes/{id}/resume", id).then().statusCode(409);
        asAnna().get("/api/v1/audit/mailbox-service")
                .then()
                .statusCode(200)
                .body("items.action", contains("RESUMED", "PAUSED", "CONNECTED"))
                .body("items.actor", contains(seller, seller, seller))
                .body("items[0].subject", equalTo(id))
                .body("items.sellerId", contains(nullValue(), nullValue(), nullValue()));
    }

    @Test
    void sheMovesToOtherServersAndGivesHerPasswordAgain() {
        // Given
        String id = connect(PASSWORD).statusCode(201).extract().path("id");
        Map<String, Object> servers = Map.of(
                "imap", Map.of("host", "localhost", "port", imapPort),
                "smtp", Map.of("host", "localhost", "port", smtpPort, "security", "TLS"));

        // Then
        asAnna().body(servers)
                .patch("/api/v1/mailboxes/{id}", id)
                .then()
                .statusCode(400)
                .body("field", equalTo("password"));

        // When
        var withPassword = new HashMap<>(servers);
        withPassword.put("password", PASSWORD);
        asAnna().body(withPassword)
                .patch("/api/v1/mailboxes/{id}", id)
                .then()
                .statusCode(200)
                .body("provider", equalTo("OTHER"))
                .body("servers.smtp.port", equalTo(smtpPort));

        // Then
        asAnna().get("/api/v1/audit/mailbox-service").then().body("items[0].action", equalTo("SERVERS_CHANGED"));
    }

    @Test
    void sheIsWarnedWhenAllegroDoesNotKnowHerAddress() {
        // Given
        String id = connect(PASSWORD).statusCode(201).extract().path("id");
        AccountId allegro = new AccountId(UUID.randomUUID());

        // When
        broker.say(linked(allegro, 1, "other@firma.example"));

        // Then
        await().untilAsserted(() -> assertThat(warnings(id)).containsExactly("ADDRESS_NOT_AT_ALLEGRO"));

        // When
        broker.say(linked(allegro, 3, "other@firma.example", address.toUpperCase(Locale.ROOT)));
        broker.say(linked(allegro, 2, "late@firma.example"));

        // Then
        await().untilAsserted(() -> assertThat(warnings(id)).isEmpty());
    }

    @Test
    void sheIsShownWhereHerMailboxProbablyIs() {
        asAnna().queryParam("address", "anna@gmail.com")
                .get("/api/v1/mailboxes/presets")
                .then()
                .statusCode(200)
                .body("provider", equalTo("GMAIL"))
                .body("source", equalTo("DOMAIN"))
                .body("imap.port", equalTo(imapPort));
        asAnna().queryParam("address", "anna@nowhere.invalid")
                .get("/api/v1/mailboxes/presets")
                .then()
                .statusCode(200)
                .body("source", equalTo("NONE"));
        asAnna().get("/api/v1/mailboxes/presets").then().statusCode(400).body("field", equalTo("address"));
        asAnna().body(Map.of("address", "anna@nowhere.invalid", "password", PASSWORD))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(400)
                .body("field", equalTo("imap"));
    }

    @Test
    void aGmailPasswordThatIsNoAppPasswordIsAtRisk() {
        // Given
        String gmail = seller + "@gmail.com";
        server.account(gmail, PASSWORD);

        // When
        asAnna().body(Map.of("address", gmail, "password", PASSWORD))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(201)
                .body("provider", equalTo("GMAIL"))
                .body("atRisk", equalTo(true));

        // Then
        asAnna().get("/api/v1/mailboxes").then().body("$", hasSize(1)).body("[0].atRisk", equalTo(true));
    }

    private AccountLinked linked(AccountId account, long version, String... addresses) {
        return new AccountLinked(new AccountSnapshot(
                account,
                new SellerId(seller),
                version,
                "annas-shop",
                List.of(addresses).stream().map(MailAddress::new).toList(),
                AccountStatus.LINKED,
                Instant.now()));
    }

    private List<String> warnings(String id) {
        return asAnna().get("/api/v1/mailboxes/{id}", id).then().extract().path("warnings");
    }

    private ValidatableResponse connect(String password) {
        return asAnna().body(request(password)).post("/api/v1/mailboxes").then();
    }

    private Map<String, Object> request(String password) {
        return Map.of("address", address, "password", password, "provider", "GMAIL");
    }

    private ValidatableResponse connect(int imap, int smtp) {
        return asAnna().body(Map.of(
                        "address",
                        address,
                        "password",
                        PASSWORD,
                        "imap",
                        Map.of("host", "localhost", "port", imap),
                        "smtp",
                        Map.of("host", "localhost", "port", smtp, "security", "TLS")))
                .post("/api/v1/mailboxes")
                .then();
    }

    private RequestSpecification asAnna() {
        return Api.as(seller);
    }
}
