package pl.odzew.responder;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.responder.answering.postgres.DecisionFilter;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.answering.postgres.Retention;
import pl.odzew.responder.settings.ReplyText;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;
import pl.odzew.transport.transaction.Transactions;

/// What is kept, of whom and for how long, and that one bad record costs itself alone.
@QuarkusTest
@WithTestResource(EmbeddedInfrastructure.class)
class KeepingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    Desks desks;

    @Inject
    DecisionLog log;

    @Inject
    Retention retention;

    @Inject
    Transactions transactions;

    private final Buyer buyer =
            new Buyer("kupujacy" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void erasedSellerIsForgottenAndWhatIsReadLaterIsNotKeptAgain() {
        // Given
        Seller anna = Seller.named("anna");
        answersByMail(anna);
        MessageReceived mail = buyer.mails(anna, Instant.now());
        world.tells(mail);
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        var request = new SellerErasureRequested(anna.id(), UUID.randomUUID(), Instant.now());
        Instant before = Instant.now();

        // When
        world.tells(request);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.toldAbout(anna.id(), Topic.SELLER_EVENTS))
                        .last()
                        .satisfies(told -> assertThat(told.orElseThrow())
                                .isInstanceOfSatisfying(SellerErasureDone.class, done -> {
                                    assertThat(done.requestId()).isEqualTo(request.requestId());
                                    assertThat(done.service()).isEqualTo("responder-service");
                                })));
        assertThat(world.toldAbout(anna.id(), Topic.AUTORESPONDER_SETTINGS))
                .last()
                .isEqualTo(Optional.<Event>empty());
        assertThat(world.repliesIn(mail.conversationId()).getLast())
                .isInstanceOfSatisfying(
                        ReplyWithdrawn.class,
                        withdrawn -> assertThat(withdrawn.reason()).isEqualTo(WithdrawalReason.SELLER_ERASED));
        assertThat(rowsOf(anna)).isZero();

        // When
        var late = new EventId(UUID.randomUUID().toString());
        world.tellsAt(late, buyer.mails(anna, before), before);

        // Then
        await().atMost(PATIENCE).until(() -> world.isConsumed("responder-service", Topic.MESSAGES_MAILBOX));
        assertThat(rowsOf(anna)).isZero();
    }

    @Test
    void buyersWordsAreForgottenInTimeAndTheDecisionStays() {
        // Given
        Seller anna = Seller.named("anna");
        Instant longAgo = Instant.now().minus(Duration.ofDays(95));
        decides(anna, buyer.mails(anna, longAgo), longAgo);
        assertThat(withWords(anna)).isEqualTo(1);

        // When
        run(() -> retention.forgetTexts(Instant.now().minus(Duration.ofDays(90))));

        // Then
        assertThat(withWords(anna)).isZero();
        assertThat(run(() -> log.read(anna.id(), DecisionFilter.ALL, null, 10))).hasSize(1);

        // When
        run(() -> retention.forgetDecisions(Instant.now().minus(Duration.ofDays(94))));

        // Then
        assertThat(run(() -> log.read(anna.id(), DecisionFilter.ALL, null, 10))).isEmpty();
    }

    @Test
    void onePoisonRecordAmongFiveHundredCostsItselfAlone() {
        // Given
        Seller anna = Seller.named("anna");
        answersByMail(anna);
        var messages = new LinkedHashMap<EventId, MessageReceived>();
        for (int i = 0; i < 499; i++) {
            messages.put(
                    new EventId(UUID.randomUUID().toString()),
                    new Buyer("b" + i + buyer.login()).mails(anna, Instant.now()));
        }
        String poison = "poison-" + UUID.randomUUID();

        // When
        world.writes(
                Topic.MESSAGES_MAILBOX,
                poison,
                "{\"sellerId\":".getBytes(UTF_8),
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", poison,
                        "ce_type", "message.received.v1",
                        "ce_source", "/mailbox-service",
                        "ce_time", Instant.now().toString()));
        world.tellsAll(messages);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.deadLetters(Topic.MESSAGES_MAILBOX, poison))
                        .hasSize(1));
        await().atMost(PATIENCE)
                .until(() -> run(() -> log.read(anna.id(), DecisionFilter.ALL, null, 600))
                                .size()
                        == 499);
    }

    @Test
    void buyersWordsAndSellersTextsAreInNoLogAndInNoCause() {
        // Given
        Seller anna = Seller.named("anna");
        answersByMail(anna);
        String poison = "poison-" + UUID.randomUUID();
        var logged = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(
                        record.getMessage() + " " + Arrays.toString(record.getParameters()) + " " + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = LogManager.getLogManager().getLogger("");
        root.addHandler(handler);

        // When
        try {
            world.writes(
                    Topic.MESSAGES_MAILBOX,
                    poison,
                    ("{\"sellerId\":\"x\",\"text\":\"" + Buyer.WORDS + "\",\"threadKind\":\"FAX\"}").getBytes(UTF_8),
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", poison,
                            "ce_type", "message.received.v1",
                            "ce_source", "/mailbox-service",
                            "ce_time", Instant.now().toString()));
            MessageReceived mail = buyer.mails(anna, Instant.now());
            world.tells(mail);
            await().atMost(PATIENCE)
                    .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
            await().atMost(PATIENCE)
                    .until(() ->
                            !world.deadLetters(Topic.MESSAGES_MAILBOX, poison).isEmpty());
        } finally {
            root.removeHandler(handler);
        }

        // Then
        assertThat(logged)
                .anyMatch(line -> line.contains("dead letters"))
                .noneMatch(line -> line.contains(Buyer.WORDS))
                .noneMatch(line -> line.contains(buyer.login()))
                .noneMatch(line -> line.contains(buyer.maskedLocalPart()))
                .noneMatch(line -> line.contains("Odpowiemy na nią"));
        world.deadLetters(Topic.MESSAGES_MAILBOX, poison)
                .getFirst()
                .headers()
                .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain(Buyer.WORDS));
    }

    @Test
    @TestSecurity(user = "zenon")
    @OidcSecurity(claims = @Claim(key = "sub", value = "zenon-looks-at-others"))
    void nothingOfAnotherSellerIsSeen() {
        // Given
        Seller anna = Seller.named("anna");
        answersByMail(anna);
        MessageReceived mail = buyer.mails(anna, Instant.now());
        world.tells(mail);
        await().atMost(PATIENCE)
                .until(() -> world.repliesIn(mail.conversationId()).size() == 1);
        UUID others = UUID.randomUUID();

        // When, then
        given().get("/api/v1/autoresponder/targets").then().body("", empty());
        given().get("/api/v1/autoresponder/targets/{id}", anna.mailboxId().value())
                .then()
                .statusCode(404);
        given().get(
                        "/api/v1/autoresponder/targets/{id}/waiting-buyers",
                        anna.mailboxId().value())
                .then()
                .statusCode(404);
        given().queryParam("conversationId", mail.conversationId().value())
                .get("/api/v1/decisions")
                .then()
                .body("items", empty());
        given().get("/api/v1/decisions/statistics").then().body("days", empty());
        given().get("/api/v1/audit/responder-service").then().body("items", empty());
        given().get("/api/v1/autoresponder/rules").then().body("version", equalTo(0));
        given().get("/api/v1/autoresponder/working-hours").then().body("version", equalTo(0));
        given().get("/api/v1/autoresponder/attachments/{id}/content", others)
                .then()
                .statusCode(404);
        given().delete("/api/v1/autoresponder/attachments/{id}", others).then().statusCode(404);
        given().contentType(JSON)
                .body("{}")
                .post("/api/v1/autoresponder/rehearsal")
                .then()
                .body("messages", equalTo(0))
                .body("items", hasSize(0));
        given().contentType(JSON)
                .body(Map.of("text", "Witaj", "mailboxId", anna.mailboxId().value()))
                .post("/api/v1/autoresponder/trial")
                .then()
                .statusCode(400)
                .body("field", equalTo("mailboxId"));
    }

    private void answersByMail(Seller seller) {
        world.tells(seller.connectsMailbox());
        await().atMost(PATIENCE)
                .until(() -> run(() -> desks.open(
                                new DeskRequest.TargetChanges(Set.of(seller.id())),
                                open -> open.get(seller.id())
                                        .change(
                                                seller.mailbox(),
                                                new SettingsChange(
                                                        AutoresponderVersion.VERSION_1, true, ReplyText.DEFAULT),
                                                Instant.now())))
                        instanceof SettingsOutcome.Changed);
    }

    private void decides(Seller seller, MessageReceived message, Instant now) {
        var id = new EventId(UUID.randomUUID().toString());
        run(() -> desks.open(new DeskRequest.Messages(List.of(message), Set.of(id)), open -> {
            open.get(seller.id()).received(id, message, now);
            return true;
        }));
    }

    private long withWords(Seller seller) {
        return count("select count(*) from decision where message is not null and seller_id = :seller", seller);
    }

    /// In all tables that name their seller.
    private long rowsOf(Seller seller) {
        return List.of("seller", "target", "decision", "persons_answer", "buyer_identity", "audit", "seller_document")
                .stream()
                .mapToLong(table -> count("select count(*) from " + table + " where seller_id = :seller", seller))
                .sum();
    }

    private long count(String query, Seller seller) {
        return run(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(query, Long.class)
                        .setParameter("seller", seller.id().value())
                        .getSingleResult()));
    }

    private <T> T run(Supplier<Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }
}
