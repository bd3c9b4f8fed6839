package pl.odzew.responder;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.postgres.DecisionFilter;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.transport.transaction.Transactions;

/// The service among a real broker and a real database, as sellers, buyers and other services meet it.
@QuarkusTest
@WithTestResource(EmbeddedInfrastructure.class)
class ResponderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEXT = "Dzień dobry, odpiszemy.";

    @Inject
    World world;

    @Inject
    Desks desks;

    @Inject
    DecisionLog log;

    @Inject
    Transactions transactions;

    private final Buyer buyer =
            new Buyer("kupujacy" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    @TestSecurity(user = "anna")
    @OidcSecurity(claims = @Claim(key = "sub", value = "anna-answers-by-mail"))
    void buyersMailIsAnsweredOnceAndTheResultIsRemembered() {
        // Given
        Seller anna = Seller.withId("anna-answers-by-mail", "anna");
        connects(anna);
        sets(anna.mailbox(), 1, true, TEXT).statusCode(200).body("enabled", equalTo(true));
        MessageReceived first = buyer.mails(anna, Instant.now());
        MessageReceived second = buyer.mails(anna, Instant.now());
        ConversationId conversation = first.conversationId();

        // When
        var id = new EventId(UUID.randomUUID().toString());
        world.tells(id, first);
        world.tells(id, first);
        world.tells(second);

        // Then
        await().atMost(PATIENCE).until(() -> outcomes(conversation), List.of("SILENCE", "REPLY")::equals);
        await().atMost(PATIENCE).until(() -> world.repliesIn(conversation).size() == 1);
        var reply = (ReplyRequested) world.repliesIn(conversation).getFirst();
        assertThat(reply.text()).isEqualTo(TEXT);
        assertThat(reply.inReplyTo()).isEqualTo(id);
        assertThat(reply.route()).isEqualTo(first.route());

        // When
        world.tells(new ReplySent(
                reply.replyId(), anna.id(), anna.mailbox(), conversation, Instant.now(), "<reply@odzew>"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> decisions(conversation)
                        .body("items.replyState", hasItem("SENT"))
                        .body("items.reason", hasItem("ALREADY_ANSWERED_WITHIN_WINDOW")));
        assertThat(world.repliesIn(conversation)).hasSize(1);
    }

    @Test
    @TestSecurity(user = "bartek")
    @OidcSecurity(claims = @Claim(key = "sub", value = "bartek-moves-to-version-3"))
    void sellerMovesToVersion3AndLosesAndDoublesNothing() {
        // Given
        Seller bartek = Seller.withId("bartek-moves-to-version-3", "bartek");
        connects(bartek);
        sets(bartek.mailbox(), 3, true, TEXT)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("POST /api/v1/allegro-accounts/links"));
        sets(bartek.mailbox(), 1, true, TEXT).statusCode(200);
        MessageReceived mail = buyer.mailsWithLogin(bartek, Instant.now());
        world.tells(mail);
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        world.tells(bartek.linksAccount());
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(
                                "/api/v1/autoresponder/targets/{id}",
                                bartek.accountId().value())
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(3))
                        .body("enabled", equalTo(false)));
        var waiting = new Buyer("waits" + buyer.login());
        world.tells(waiting.wroteBeforeLinking(bartek, Instant.now().minus(Duration.ofHours(3))));
        await().atMost(PATIENCE).untilAsserted(() -> waitingBuyers(bartek).body("count", equalTo(1)));

        // When
        sets(bartek.mailbox(), 3, true, TEXT)
                .statusCode(200)
                .body("boundTo", equalTo(bartek.accountId().toString()));
        MessageReceived message = buyer.writes(bartek, Instant.now());
        world.tells(message);

        // Then
        await().atMost(PATIENCE).until(() -> outcomes(message.conversationId()), List.of("WAITING")::equals);
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 2);
        List<ReplyEvent> aboutMail = world.repliesIn(mail.conversationId());
        assertThat(aboutMail.getLast()).isInstanceOf(ReplyWithdrawn.class);
        assertThat(aboutMail.getLast().replyId()).isEqualTo(aboutMail.getFirst().replyId());

        // When
        world.tells(new ReplyFailed(
                aboutMail.getFirst().replyId(),
                bartek.id(),
                bartek.mailbox(),
                mail.conversationId(),
                Instant.now(),
                ReplyFailureReason.WITHDRAWN,
                null));
        given().contentType(JSON)
                .body(Map.of("answer", true))
                .post(
                        "/api/v1/autoresponder/targets/{id}/waiting-buyers",
                        bartek.accountId().value())
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("answered.answer", equalTo(true));

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(message.conversationId()).size() == 1);
        await().atMost(PATIENCE)
                .until(() ->
                        world.repliesIn(waiting.conversation(bartek.account())).size() == 1);
        assertThat(world.repliesIn(mail.conversationId())).hasSize(2);
    }

    @Test
    void batchesThatMeetAtOneBuyerAnswerOnce() {
        // Given
        Seller anna = Seller.named("anna");
        world.tells(anna.connectsMailbox());
        world.tells(anna.linksAccount());
        await().atMost(PATIENCE).until(() -> enables(anna));
        List<MessageReceived> messages = IntStream.range(0, 12)
                .mapToObj(
                        i -> i % 2 == 0 ? buyer.writes(anna, Instant.now()) : buyer.mailsWithLogin(anna, Instant.now()))
                .toList();

        // When
        Uni.join()
                .all(messages.stream()
                        .map(message -> decides(message, Instant.now()))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        // Then
        List<Outcome> outcomes = outcomesOf(anna);
        assertThat(outcomes)
                .hasSize(12)
                .filteredOn(Outcome.Answered.class::isInstance)
                .hasSize(1);
    }

    @Test
    void personsAnswerAsksTheReplyBack() {
        // Given
        Seller anna = Seller.named("anna");
        world.tells(anna.connectsMailbox());
        world.tells(anna.linksAccount());
        await().atMost(PATIENCE).until(() -> enables(anna));
        MessageReceived message = buyer.writes(anna, Instant.now());
        world.tells(message);
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(message.conversationId()).size() == 1);

        // When
        world.tells(buyer.isAnsweredBy(anna, Instant.now()));

        // Then
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(message.conversationId()).size() == 2);
        assertThat(world.repliesIn(message.conversationId()).getLast()).isInstanceOf(ReplyWithdrawn.class);
    }

    @Test
    void waitingEndsAtTheAgeLimit() {
        // Given
        Seller anna = Seller.named("anna");
        Instant longAgo = Instant.now().minus(Duration.ofHours(50));

        // When
        decides(buyer.wroteBeforeLinking(anna, longAgo), longAgo).await().atMost(PATIENCE);

        // Then
        await().atMost(PATIENCE)
                .until(() -> outcomesOf(anna), List.of(new Outcome.Silent(SilenceReason.TOO_OLD))::equals);
    }

    @Test
    @TestSecurity(user = "celina")
    @OidcSecurity(claims = @Claim(key = "sub", value = "celina-looks-around"))
    void sellerSeesOnlyHerOwnTargetsAndIsToldWhatIsWrong() {
        // Given
        Seller celina = Seller.withId("celina-looks-around", "celina");
        Seller other = Seller.named("other");
        world.tells(other.connectsMailbox());
        connects(celina);

        // When, then
        sets(other.mailbox(), 1, true, TEXT).statusCode(404).contentType("application/problem+json");
        sets(celina.mailbox(), 1, true, "  ").statusCode(400).body("errors.field", contains("text"));
        sets(celina.mailbox(), 1, true, "x".repeat(2001)).statusCode(400).body("errors.field", contains("text"));
        sets(celina.mailbox(), 4, true, TEXT).statusCode(400).body("field", equalTo("version"));
        given().get("/api/v1/autoresponder/targets").then().statusCode(200).body("name", contains("celina@gmail.com"));
        given().contentType(JSON)
                .body("{")
                .put("/api/v1/autoresponder/targets/{id}", celina.mailboxId().value())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void nobodyIsLetInWithoutAToken() {
        Stream.of("/api/v1/autoresponder/targets", "/api/v1/decisions")
                .forEach(path -> given().get(path).then().statusCode(401).contentType("application/problem+json"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void connects(Seller seller) {
        world.tells(seller.connectsMailbox());
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(
                                "/api/v1/autoresponder/targets/{id}",
                                seller.mailboxId().value())
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(1))
                        .body("enabled", equalTo(false)));
    }

    private boolean enables(Seller seller) {
        return transactions
                .run(() -> desks.open(new DeskRequest.TargetChanges(Set.of(seller.id())), open -> {
                    var change = new SettingsChange(AutoresponderVersion.VERSION_3, true, ReplyText.DEFAULT);
                    return open.get(seller.id()).change(seller.account(), change, Instant.now())
                            instanceof SettingsOutcome.Changed;
                }))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Boolean> decides(MessageReceived message, Instant now) {
        var id = new EventId(UUID.randomUUID().toString());
        return transactions.run(() -> desks.open(new DeskRequest.Messages(List.of(message), Set.of(id)), open -> {
            open.get(message.sellerId()).received(id, message, now);
            return true;
        }));
    }

    private List<Outcome> outcomesOf(Seller seller) {
        return transactions
                .run(() -> log.read(seller.id(), DecisionFilter.ALL, null, 100))
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(entry -> entry.decision().outcome())
                .toList();
    }

    private static ValidatableResponse sets(Target target, int version, boolean enabled, String text) {
        return given().contentType(JSON)
                .body(Map.of("version", version, "enabled", enabled, "text", text))
                .put("/api/v1/autoresponder/targets/{id}", target.id())
                .then();
    }

    private static ValidatableResponse waitingBuyers(Seller seller) {
        return given().get(
                        "/api/v1/autoresponder/targets/{id}/waiting-buyers",
                        seller.accountId().value())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse decisions(ConversationId conversation) {
        return given().queryParam("conversationId", conversation.value())
                .get("/api/v1/decisions")
                .then()
                .statusCode(200);
    }

    private static List<String> outcomes(ConversationId conversation) {
        return decisions(conversation).extract().path("items.outcome");
    }
}
