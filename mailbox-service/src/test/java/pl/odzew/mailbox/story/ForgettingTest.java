package pl.odzew.mailbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.Account;

/// Anna asks to be forgotten.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class ForgettingTest {

    private static final String PASSWORD = "tajne haslo";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = GmailForTests.FOLDER)
    Path folder;

    @ConfigProperty(name = GmailForTests.IMAP_PORT)
    int imapPort;

    @ConfigProperty(name = GmailForTests.SMTP_PORT)
    int smtpPort;

    @Inject
    DataSource database;

    private final String seller = "anna-" + UUID.randomUUID();
    private final String address = seller + "@gmail.com";
    private MailServer gmail;
    private Account anna;
    private Broker broker;

    @BeforeEach
    void start() {
        gmail = MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort));
        anna = gmail.account(address, PASSWORD);
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void stop() {
        broker.close();
        gmail.close();
    }

    @Test
    void nothingOfHerIsLeft() throws SQLException {
        // Given
        connect("falsch", 422);
        MailboxId mailbox = MailboxId.of(connect(PASSWORD, 201));
        broker.hear(MailboxConnected.class, event -> event.mailbox().mailboxId().equals(mailbox));
        broker.say(new AccountLinked(new AccountSnapshot(
                new AccountId(UUID.randomUUID()),
                new SellerId(seller),
                1,
                seller,
                List.of(new MailAddress(address)),
                AccountStatus.LINKED,
                Instant.now())));
        await().untilAsserted(() -> assertThat(tablesThatNameHer()).contains("mailbox", "audit", "linked_account"));
        await().until(() -> anna.openConnections() == 1);

        // When
        UUID request = UUID.randomUUID();
        broker.say(new SellerErasureRequested(new SellerId(seller), request, Instant.now()));

        // Then
        SellerErasureDone done = broker.hear(
                SellerErasureDone.class,
                event -> event.requestId().equals(request) && event.service().equals("mailbox-service"));
        assertThat(done.sellerId()).isEqualTo(new SellerId(seller));
        broker.hearForgotten(mailbox.toString());
        await().untilAsserted(() -> assertThat(tablesThatNameHer()).isEmpty());
        await().until(() -> anna.openConnections() == 0);
        assertThat(Api.as(seller)
                        .get("/api/v1/mailboxes/{id}", mailbox.toString())
                        .statusCode())
                .isEqualTo(404);
    }

    private String connect(String password, int status) {
        return Api.as(seller)
                .body(Map.of("address", address, "password", password, "provider", "GMAIL"))
                .post("/api/v1/mailboxes")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    /// What still waits in the outbox leaves by itself.
    private List<String> tablesThatNameHer() throws SQLException {
        List<String> naming = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery(
                        "select count(*) from \"" + table + "\" t where position('" + seller + "' in t::text) > 0")) {
                    found.next();
                    if (found.getInt(1) > 0) {
                        naming.add(table);
                    }
                }
            }
        }
        return naming;
    }
}
