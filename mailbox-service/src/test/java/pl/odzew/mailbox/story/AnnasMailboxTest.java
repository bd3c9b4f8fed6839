package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxDisconnected;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.letters.BuyersLetter;
import pl.odzew.mailbox.mailserver.letters.LetterText;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// What happens to Anna, from the day on which she connects her mailbox.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class AnnasMailboxTest {

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

    @Inject
    ObjectMapper json;

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
    void herMailboxIsReadRepairedAndAnsweredFrom() {
        // Given
        String id = connect(PASSWORD)
                .statusCode(201)
                .body("status", equalTo("OK"))
                .extract()
                .path("id");
        MailboxId mailbox = MailboxId.of(id);
        broker.hear(MailboxConnected.class, event -> event.mailbox().mailboxId().equals(mailbox));

        // When
        BuyersLetter question = Buyer.jan().writesTo(address, "cub31c122").about("Pytanie o rozmiar");
        gmail.deliver(
                address,
                new LetterText()
                        .address("From", "Bank", "kontakt@bank.example")
                        .address("To", "Anna", address)
                        .field("Subject", "Twój wyciąg")
                        .date(Instant.now())
                        .eightBit("text/plain", "Saldo: 1 zł")
                        .from("kontakt@bank.example"));
        gmail.deliver(address, question.plain());
        MessageReceived received = broker.hear(MessageReceived.class, isOf(mailbox));

        // Then
        assertThat(received.subject()).isEqualTo("Pytanie o rozmiar");
        assertThat(received.backlog()).isFalse();

        // When
        ReplyRequested reply = replyTo(received, "Dzień dobry, odpowiemy jutro.");
        broker.say(reply);
        broker.hear(ReplySent.class, sent -> sent.replyId().equals(reply.replyId()));

        // Then
        String masked = Buyer.jan().maskedAddress("cub31c122");
        OutsideMail answer = gmail.outsideTo(masked).getLast();
        assertThat(answer.from()).isEqualTo(address);
        assertThat(answer.content().first("Auto-Submitted")).contains("auto-replied");
        assertThat(answer.content().first("In-Reply-To")).contains(question.messageId());
        assertThat(answer.content().first("References").orElseThrow()).contains(question.messageId());
        assertThat(answer.content().readable("Subject")).isEqualTo("Auto: Pytanie o rozmiar");

        // When
        anna.changePolicy(LoginPolicy.APP_PASSWORDS_ONLY);
        anna.dropConnections();
        MailboxAuthFailed failed = broker.hear(
                MailboxAuthFailed.class, event -> event.mailbox().mailboxId().equals(mailbox));
        gmail.deliver(
                address,
                Buyer.somebody()
                        .writesTo(address, "cub31c123")
                        .about("Kto odpowie?")
                        .plain());

        // Then
        assertThat(failed.failure().reason()).isEqualTo(AuthFailureReason.APP_PASSWORD_REQUIRED);
        assertThat(failed.failure().serverWords()).contains("Application-specific password required");
        asAnna().get("/{id}", id)
                .then()
                .body("status", equalTo("AUTH_FAILED"))
                .body("lastError.remedies", contains("APP_PASSWORD", "VERSION_3"));
        asAnna().body(Map.of("password", "tajne haslo 2"))
                .put("/{id}/password", id)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("reason", equalTo("APP_PASSWORD_REQUIRED"));

        // When
        anna.createAppPassword("abcdefghijklmnop");
        asAnna().body(Map.of("password", "abcd efgh ijkl mnop"))
                .put("/{id}/password", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("OK"))
                .body("credentialShape", equalTo("APP_PASSWORD_LIKE"));

        // Then
        MailboxRecovered recovered = broker.hear(
                MailboxRecovered.class, event -> event.mailbox().mailboxId().equals(mailbox));
        assertThat(recovered.credentialChanged()).isTrue();
        MessageReceived waited = broker.hear(
                MessageReceived.class,
                message -> isOf(mailbox).test(message) && "Kto odpowie?".equals(message.subject()));
        assertThat(waited.backlog()).isTrue();
        assertThat(broker.heardOf(MailboxAuthFailed.class))
                .filteredOn(event -> event.mailbox().mailboxId().equals(mailbox))
                .hasSize(1);
        assertThat(broker.heardOf(MessageReceived.class))
                .filteredOn(isOf(mailbox)::test)
                .hasSize(2);
        List<Long> versions = broker.heardOf(MailboxEvent.class).stream()
                .filter(event -> event.mailbox().mailboxId().equals(mailbox))
                .map(event -> event.mailbox().version())
                .toList();
        assertThat(versions).containsExactly(1L, 2L, 3L, 4L);

        // When
        asAnna().delete("/{id}", id).then().statusCode(204);

        // Then
        broker.hear(
                MailboxDisconnected.class, event -> event.mailbox().mailboxId().equals(mailbox));
        await().until(() -> anna.openConnections() == 0);
        asAnna().get("/{id}", id).then().statusCode(404);
    }

    @Test
    void aRefusedPasswordIsNotSavedAndTheServersWordsAreShown() {
        // Given
        anna.refuse(RefusalCase.APP_PASSWORD_REQUIRED);

        // When
        ValidatableResponse response = connect(PASSWORD);

        // Then
        response.statusCode(422)
                .contentType("application/problem+json")
                .body("reason", equalTo("APP_PASSWORD_REQUIRED"))
                .body("serverWords", startsWith("NO [ALERT] Application-specific password required"))
                .body("remedies", contains("APP_PASSWORD", "VERSION_3"));
        asAnna().get().then().body("$", hasSize(0));
    }

    @Test
    void nobodyElseSeesHerMailbox() {
        // Given
        String id = connect(PASSWORD).statusCode(201).extract().path("id");

        // Then
        as("bartek").get("/{id}", id).then().statusCode(404).contentType("application/problem+json");
        as("bartek").delete("/{id}", id).then().statusCode(404);
        as("bartek").get().then().body("$", hasSize(0));
        given().get("/api/v1/mailboxes").then().statusCode(401);
        asAnna().get().then().body("id", contains(id));
        connect(PASSWORD).statusCode(409);
        asAnna().body(Map.of("address", "no address", "password", "x", "provider", "GMAIL"))
                .post()
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("address"));
    }

    @Test
    void aDoubtfulRefusalIsConfirmedBeforeAnybodyIsWarned() {
        // Given
        String id = connect(PASSWORD).statusCode(201).extract().path("id");
        await().until(() -> anna.openConnections() == 1);

        // When
        anna.refuse(RefusalCase.INVALID_CREDENTIALS);
        anna.dropConnections();

        // Then
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> asAnna().get("/{id}", id).then().body("status", equalTo("SUSPECT")));
        MailboxAuthFailed failed = broker.hear(
                MailboxAuthFailed.class,
                event -> event.mailbox().mailboxId().toString().equals(id));
        assertThat(failed.failure().reason()).isEqualTo(AuthFailureReason.CREDENTIALS_REFUSED);

        // When
        anna.acceptAgain();
        asAnna().post("/{id}/check", id).then().statusCode(200).body("status", equalTo("OK"));

        // Then
        MailboxRecovered recovered = broker.hear(
                MailboxRecovered.class,
                event -> event.mailbox().mailboxId().toString().equals(id));
        assertThat(recovered.credentialChanged()).isFalse();
    }

    @Test
    void nothingLeavesThatMustNot() throws SQLException, JsonProcessingException {
        // Given
        MailboxId mailbox =
                MailboxId.of(connect(PASSWORD).statusCode(201).extract().path("id"));
        Instant asked = Instant.now();
        ReplyRequested answered = reply(mailbox, "answered", Buyer.jan(), asked);
        ReplyRequested doubtful = reply(mailbox, "doubtful", Buyer.somebody(), asked);
        ReplyRequested withdrawn = reply(mailbox, "withdrawn", Buyer.somebody(), asked);

        // When
        anna.file(
                Folder.SENT,
                ("From: " + address + "\r\nTo: " + Buyer.jan().maskedAddress("answered")
                                + "\r\nSubject: Re: Pytanie\r\nMessage-ID: <own@gmail.com>\r\n\r\nJuż odpowiadam.\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        broker.say(answered);
        leftInDoubtByACrash(doubtful);
        broker.say(withdrawalOf(withdrawn));

        // Then
        assertThat(failureOf(answered).reason()).isEqualTo(ReplyFailureReason.ANSWERED_BY_PERSON);
        broker.hear(MessageAnsweredByPerson.class, event -> event.target().equals(Target.of(mailbox)));
        assertThat(failureOf(withdrawn).reason()).isEqualTo(ReplyFailureReason.WITHDRAWN);
        broker.hear(ReplyUnknown.class, unknown -> unknown.replyId().equals(doubtful.replyId()));
        assertThat(gmail.outside()).noneMatch(mail -> mail.from().equals(address));
    }

    @Test
    void aRequestThatComesAfterItsWithdrawalIsNotSent() {
        // Given
        MailboxId mailbox =
                MailboxId.of(connect(PASSWORD).statusCode(201).extract().path("id"));
        ReplyRequested late = reply(mailbox, "late", Buyer.somebody(), Instant.now());
        ReplyRequested next = reply(mailbox, "next", Buyer.somebody(), Instant.now());
        broker.say(withdrawalOf(late));
        assertThat(failureOf(late).reason()).isEqualTo(ReplyFailureReason.WITHDRAWN);

        // When
        broker.say(late);
        broker.say(next);

        // Then
        broker.hear(ReplySent.class, sent -> sent.replyId().equals(next.replyId()));
        assertThat(gmail.outside())
                .filteredOn(mail -> mail.from().equals(address))
                .hasSize(1);
    }

    private static ReplyWithdrawn withdrawalOf(ReplyRequested reply) {
        return new ReplyWithdrawn(
                reply.replyId(),
                reply.sellerId(),
                reply.target(),
                reply.conversationId(),
                WithdrawalReason.STOPPED,
                Instant.now());
    }

    private ReplyFailed failureOf(ReplyRequested reply) {
        return broker.hear(ReplyFailed.class, failed -> failed.replyId().equals(reply.replyId()));
    }

    /// As a process leaves it that was killed between the claim and the server's answer.
    private void leftInDoubtByACrash(ReplyRequested reply) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into reply_intent (reply_id, mailbox_id, seller_id, conversation_id, request, state,
                                                  created_at, expires_at, due_at, epoch, attempted_at)
                        values (?, ?, ?, 'conversation', ?, 'SENDING', now(), now() + interval '2 days', now(), 0, now())
                        """)) {
            insert.setObject(1, reply.replyId().value());
            insert.setObject(2, reply.target().id());
            insert.setString(3, seller);
            insert.setString(4, json.writeValueAsString(reply));
            insert.executeUpdate();
        }
    }

    private ReplyRequested reply(MailboxId mailbox, String transaction, Buyer buyer, Instant receivedAt) {
        return new ReplyRequested(
                ReplyId.random(),
                new SellerId(seller),
                Target.of(mailbox),
                new ConversationId("conversation-" + transaction),
                new EventId("message"),
                new ReplyRoute.Mail(
                        new MailAddress(buyer.maskedAddress(transaction)), null, List.of(), receivedAt, null),
                "Pytanie",
                "Dzień dobry, odpowiemy jutro.",
                List.of(),
                receivedAt,
                receivedAt.plus(Duration.ofHours(48)));
    }

    private ValidatableResponse connect(String password) {
        return asAnna().body(Map.of("address", address, "password", password, "provider", "GMAIL"))
                .post()
                .then();
    }

    private RequestSpecification asAnna() {
        return as(seller);
    }

    private static RequestSpecification as(String seller) {
        return given().basePath("/api/v1/mailboxes")
                .auth()
                .oauth2(SellersToken.of(seller))
                .contentType(ContentType.JSON);
    }

    private static Predicate<MessageReceived> isOf(MailboxId mailbox) {
        return message -> message.target().equals(Target.of(mailbox));
    }

    private ReplyRequested replyTo(MessageReceived message, String text) {
        return new ReplyRequested(
                ReplyId.random(),
                new SellerId(seller),
                message.target(),
                message.conversationId(),
                new EventId("message"),
                message.route(),
                message.subject(),
                text,
                List.of(),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(48)));
    }
}
