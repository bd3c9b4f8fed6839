package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.AccountSettings;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.OutageDesk;
import pl.odzew.mailbox.connection.OutageRounds;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.ServerRefusal;

/// The outage guard on the real database: what it counts, whom it sends, and how it ends.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class DoubtedProviderTest {

    private static final Password PASSWORD = Password.typed("abcdefghijklmnop");
    private static final List<String> INVALID = List.of("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");

    @Inject
    Mailboxes mailboxes;

    @Inject
    Lifecycle lifecycle;

    @Inject
    OutageDesk desk;

    @Inject
    OutageRounds rounds;

    @Inject
    LoginGate gate;

    @Inject
    DataSource database;

    /// A provider of its own for each test.
    private final String host = "imap-" + UUID.randomUUID() + ".invalid";

    @Test
    void holdsWhileManyAreInDoubtAndEndsWhenTheyAreTakenAgain() throws SQLException {
        // Given
        List<Mailbox> all = connected(30);
        for (Mailbox mailbox : all.subList(0, 19)) {
            refuse(mailbox);
        }
        assertThat(done(desk.ruling(all.getFirst().providerKey()))).isEqualTo(Ruling.FREE);

        // When
        refuse(all.get(19));

        // Then
        assertThat(done(desk.ruling(all.getFirst().providerKey()))).isEqualTo(Ruling.HELD);
        done(rounds.run());
        assertThat(count("condition like '%canaryAt%'")).isEqualTo(1);
        assertThat(gate.isHeld(all.getLast())).isTrue();
        Api.asOperator()
                .get("/api/v1/operator/mailbox-service/guard")
                .then()
                .statusCode(200)
                .body("items.find { it.provider == '" + host + "' }.state", equalTo("HOLDING"))
                .body("items.find { it.provider == '" + host + "' }.suspects", equalTo(20))
                .body("items.find { it.provider == '" + host + "' }.mailboxes", equalTo(30));
        Api.asOperator()
                .get("/api/v1/operator/mailbox-service/states")
                .then()
                .statusCode(200)
                .body("items.find { it.provider == '" + host + "' && it.status == 'SUSPECT' }.mailboxes", equalTo(20));

        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'mailboxes by condition' }.data.SUSPECT", greaterThanOrEqualTo(20));

        // When
        for (Mailbox mailbox : all.subList(0, 5)) {
            done(lifecycle.accepted(present(mailbox), Set.of(MailProtocol.IMAP)));
        }
        done(desk.tried(all.getFirst().providerKey(), true));
        done(rounds.run());

        // Then
        assertThat(done(desk.ruling(all.getFirst().providerKey()))).isEqualTo(Ruling.FREE);
        assertThat(count("status = 'SUSPECT' and condition like '%\"refusals\":0%'"))
                .isEqualTo(15);
        assertThat(count("status = 'AUTH_FAILED'")).isZero();
    }

    @Test
    void warnsEverybodyWhenTheRefusalsWereSteadyForAnHour() throws SQLException {
        // Given
        List<Mailbox> all = connected(25);
        for (Mailbox mailbox : all) {
            refuse(mailbox);
        }
        done(rounds.run());
        assertThat(count("status = 'AUTH_FAILED'")).isZero();

        // When
        letAnHourPass();
        done(rounds.run());
        done(rounds.run());

        // Then
        assertThat(count("status = 'AUTH_FAILED'")).isEqualTo(25);
        Mailbox late = connected(1).getFirst();
        refuse(late);
        assertThat(done(desk.ruling(late.providerKey()))).isEqualTo(Ruling.FREE);
    }

    private List<Mailbox> connected(int count) {
        List<Mailbox> all = new ArrayList<>();
        var servers = new Servers(
                new ServerAddress(host, 993, ServerAddress.Security.TLS),
                new ServerAddress(host, 465, ServerAddress.Security.TLS));
        for (int i = 0; i < count; i++) {
            String seller = "seller-" + UUID.randomUUID();
            all.add(done(mailboxes.add(
                    Mailbox.connected(
                            new SellerId(seller),
                            new MailAddress(seller + "@firma.example"),
                            MailProvider.OTHER,
                            new AccountSettings(servers, null),
                            CredentialShape.OTHER,
                            Instant.now()),
                    PASSWORD)));
        }
        return all;
    }

    private void refuse(Mailbox mailbox) {
        done(lifecycle.refused(
                mailbox,
                MailProtocol.IMAP,
                lifecycle.classify(new ServerRefusal(MailProtocol.IMAP, INVALID), mailbox)));
    }

    private Mailbox present(Mailbox mailbox) {
        return done(mailboxes.find(mailbox.id())).orElseThrow();
    }

    private void letAnHourPass() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update outage_guard
                           set state = cast(jsonb_set(cast(state as jsonb), '{steadySince}',
                                                      to_jsonb(now() - interval '61 minutes')) as text)
                         where provider = ?
                        """)) {
            update.setString(1, host);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private int count(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from mailbox where provider_key = ? and " + condition)) {
            query.setString(1, host);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
