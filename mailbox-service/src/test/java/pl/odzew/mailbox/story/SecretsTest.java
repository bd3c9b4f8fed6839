package pl.odzew.mailbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.MailboxId;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;

/// Where Anna's password is to be found after a day of use: nowhere.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class SecretsTest {

    private static final String MARKED = "MarkedSecretOfAnna";
    private static final String MARKED_APP_PASSWORD = "markedappsecrets";

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
    private final List<String> answers = new ArrayList<>();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Listener();
    private final Logger ours = Logger.getLogger("pl.odzew");
    private MailServer gmail;
    private Account anna;
    private Broker broker;

    @BeforeEach
    void start() {
        gmail = MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort));
        anna = gmail.account(address, MARKED);
        broker = new Broker(bootstrapServers);
        ours.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(listener);
        ours.setLevel(Level.INFO);
        broker.close();
        gmail.close();
    }

    @Test
    void herPasswordStandsNowhereInClear() throws SQLException {
        // When
        call("POST", "", body(MARKED.toUpperCase(Locale.ROOT)));
        call("POST", "", "{\"address\": \"" + address + "\", \"password\": [\"" + MARKED + "\"]}");
        call("POST", "", "{\"password\": \"" + MARKED + "\" nonsense");
        String id = call("POST", "", body(MARKED)).extract().path("id");
        MailboxId mailbox = MailboxId.of(id);
        anna.changePolicy(LoginPolicy.APP_PASSWORDS_ONLY);
        anna.dropConnections();
        broker.hear(
                MailboxAuthFailed.class, event -> event.mailbox().mailboxId().equals(mailbox));
        call("POST", "/" + id + "/check", "{}");
        anna.createAppPassword(MARKED_APP_PASSWORD);
        call("PUT", "/" + id + "/password", "{\"password\": \"marked app secrets\"}");
        call("PUT", "/" + id + "/password", "{\"password\": \"mark edap psec rets\"}");
        broker.hear(MailboxRecovered.class, event -> event.mailbox().mailboxId().equals(mailbox));
        call("PATCH", "/" + id, "{\"imap\": {\"host\": \"" + MARKED + "\"}, \"password\": \"" + MARKED + "\"}");
        call("GET", "", "");
        call("GET", "/" + id, "");
        answers.add(Api.as(seller).get("/api/v1/audit/mailbox-service").asString());
        answers.add(
                Api.asOperator().get("/api/v1/operator/mailbox-service/audit").asString());
        answers.add(Api.asOperator().get("/q/metrics").asString());
        await().until(() -> anna.openConnections() == 1);

        // Then
        assertThat(findings("answer", answers.stream())).isEmpty();
        assertThat(findings("log", logged.stream())).isEmpty();
        assertThat(findings(
                        "event",
                        broker.heard().stream()
                                .map(event ->
                                        new String(new EventCodec().write(event).value(), StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(findings("database", rows())).isEmpty();
        assertThat(answers).hasSizeGreaterThan(10);
        assertThat(logged).isNotEmpty();
    }

    private ValidatableResponse call(String method, String path, String body) {
        var response = Api.as(seller).body(body).request(method, "/api/v1/mailboxes" + path);
        answers.add(response.getHeaders() + "\n" + response.asString());
        return response.then();
    }

    private String body(String password) {
        return "{\"address\": \"" + address + "\", \"password\": \"" + password + "\", \"provider\": \"GMAIL\"}";
    }

    private static List<String> findings(String where, Stream<String> texts) {
        List<String> secrets = Stream.of(MARKED, MARKED_APP_PASSWORD)
                .flatMap(secret -> Stream.of(
                        secret,
                        HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)),
                        // Base64 of what ends in it, wherever it begins.
                        base64(secret),
                        base64("x" + secret).substring(2),
                        base64("xx" + secret).substring(3)))
                .map(secret -> secret.toLowerCase(Locale.ROOT))
                .toList();
        return texts.filter(text -> secrets.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
                .map(text -> where + ": " + text)
                .toList();
    }

    private static String base64(String text) {
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return encoded.substring(0, encoded.length() - 2);
    }

    /// Every value of every table, as PostgreSQL prints it.
    private Stream<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
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
                try (ResultSet values = statement.executeQuery("select t::text from \"" + table + "\" t")) {
                    while (values.next()) {
                        rows.add(table + " " + values.getString(1));
                    }
                }
            }
        }
        assertThat(rows).anyMatch(row -> row.contains(address));
        return rows.stream();
    }

    /// Hears everything that is logged, with causes.
    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord record) {
            var text = new StringBuilder(ExtLogRecord.wrap(record).getFormattedMessage());
            for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
                text.append('\n').append(cause);
            }
            logged.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
