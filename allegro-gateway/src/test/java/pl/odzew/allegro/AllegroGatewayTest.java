package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.marketplace.Buyer;
import pl.odzew.allegro.marketplace.Fault;
import pl.odzew.allegro.marketplace.Marketplace;
import pl.odzew.allegro.marketplace.PostedMessage;
import pl.odzew.allegro.marketplace.Seller;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(Surroundings.class)
class AllegroGatewayTest {

    /// After so long a claim counts as abandoned.
    private static final Duration CLAIM_LIMIT = Duration.ofMinutes(5);

    private static final String ACCOUNTS = "/api/v1/allegro-accounts";

    Marketplace marketplace;
    MockOAuth2Server identity;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Pool database;

    private Topics topics;
    private String login;
    private SellerId bartek;
    private Seller bartekAtAllegro;
    private Buyer buyer;

    @BeforeEach
    void meetBartek() {
        topics = new Topics(bootstrapServers);
        login = "bartek-" + UUID.randomUUID();
        bartek = new SellerId("seller-of-" + login);
        bartekAtAllegro = marketplace.seller(login, "bartek@sklep.example");
        buyer = marketplace.buyer("Client:" + Math.abs(login.hashCode()));
    }

    @AfterEach
    void everythingKeptToTheDocuments() throws InterruptedException {
        topics.close();
        assertThat(marketplace.violations()).isEmpty();
    }

    @Test
    void linkingByCodePublishesTheAccountAndTheBuyersWhoWait() {
        // Given
        Instant now = Instant.now();
        PostedMessage waiting =
                buyer.writes(bartekAtAllegro, buyer.saying("Kiedy wysyłka?").writtenAt(now.minus(Duration.ofHours(2))));
        Buyer answered = marketplace.buyer("answered");
        PostedMessage question = answered.writes(
                bartekAtAllegro, answered.saying("Czy jest?").writtenAt(now.minus(Duration.ofHours(3))));
        bartekAtAllegro.answers(question, "Jest.");
        Buyer forgotten = marketplace.buyer("forgotten");
        forgotten.writes(bartekAtAllegro, forgotten.saying("Halo?").writtenAt(now.minus(Duration.ofHours(80))));

        // When
        Response account = link();

        // Then
        assertThat(account.statusCode()).isEqualTo(201);
        assertThat(account.jsonPath().getString("login")).isEqualTo(login);
        assertThat(account.jsonPath().getList("addresses")).containsExactly("bartek@sklep.example");
        eventually(() -> {
            assertThat(told(AccountLinked.class)).hasSize(1);
            assertThat(told(MessageReceived.class)).hasSize(1);
        });
        MessageReceived received = told(MessageReceived.class).getFirst();
        assertThat(received.backlog()).isTrue();
        assertThat(received.buyer().login()).isEqualTo(buyer.login().toLowerCase(Locale.ROOT));
        assertThat(received.receivedAt()).isEqualTo(waiting.createdAt());

        // When
        buyer.writes(bartekAtAllegro, buyer.saying("Jeszcze jedno").aboutOffer("82398120310"));

        // Then
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(2));
        MessageReceived fresh = told(MessageReceived.class).getLast();
        assertThat(fresh.backlog()).isFalse();
        assertThat(fresh.offerId()).isEqualTo("82398120310");
        assertThat(fresh.conversationId()).isEqualTo(received.conversationId());
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void messageThatSurfacesLateIsPublishedOnceAndWhatIsNoBuyersNever() {
        // Given
        link();
        Buyer quick = marketplace.buyer("quick");
        quick.writes(bartekAtAllegro, "Dzień dobry");
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(1));

        // When
        buyer.writes(
                bartekAtAllegro,
                buyer.saying("Pisałem wczoraj").writtenAt(Instant.now().minus(Duration.ofHours(24))));
        buyer.writes(bartekAtAllegro, buyer.saying("Jestem Allina").asRole("CHATBOT"));
        PostedMessage verified =
                buyer.writes(bartekAtAllegro, buyer.saying("W weryfikacji").withStatus("VERIFYING"));
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(2));
        bartekAtAllegro.sees(verified, "DELIVERED");

        // Then
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(3));
        assertThat(told(MessageReceived.class))
                .extracting(received -> received.text().value())
                .containsExactlyInAnyOrder("Dzień dobry", "Pisałem wczoraj", "W weryfikacji");
        assertThat(topics.ids(bartek)).doesNotHaveDuplicates();
    }

    @Test
    void requestedReplyIsWrittenOnceAndIsNoPersonsAnswer() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy, odpowiemy jutro.");
        topics.write(event(reply));

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        buyer.writes(bartekAtAllegro, "Dobrze");
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(2));
        assertThat(bartekAtAllegro.automaticReplies())
                .extracting(PostedMessage::text)
                .containsExactly("Dziękujemy, odpowiemy jutro.");
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void replyWhoseAnswerWasLostIsFoundByLookingAndNotWrittenAgain() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_ACCEPTED_THEN_DROPPED);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).hasSize(1);
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void replyOfWhichNothingIsProvedBecomesUnknownAndIsNotWrittenAgain() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_DROPPED);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplyUnknown.class));
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @Test
    void claimThatNobodyWorksOnIsLookedForAndNotWrittenAgain() {
        // Given
        link();
        PostedMessage words = buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        ReplyRequested reply = reply(question, "Dziękujemy.");
        storeAsClaimed(reply, Duration.ofSeconds(5));

        // When
        bartekAtAllegro.posts(words, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).hasSize(1);
        assertThat(told(MessageAnsweredByPerson.class)).isEmpty();
    }

    @Test
    void withdrawnInTimeIsNotWritten() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.removesTheApplication();
        eventually(() -> assertThat(told(AccountAuthFailed.class)).hasSize(1));
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // When
        topics.write(event(withdrawal(reply)));

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplyFailed.class));
        assertThat(told(ReplyFailed.class).getFirst().reason()).isEqualTo(ReplyFailureReason.WITHDRAWN);
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @Test
    void withdrawalThatComesBeforeItsRequestHoldsItAllTheSame() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        ReplyRequested late = reply(question, "Dziękujemy.");
        topics.write(event(withdrawal(late)));
        eventually(() -> assertThat(results(late)).singleElement().isInstanceOf(ReplyFailed.class));

        // When
        topics.write(event(late));
        ReplyRequested next = requestReply(question, "Następna.");

        // Then
        eventually(() -> assertThat(results(next)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(results(late)).hasSize(1);
        assertThat(bartekAtAllegro.automaticReplies())
                .extracting(PostedMessage::text)
                .containsExactly("Następna.");
    }

    @Test
    void threadThatIsListedAndNotFoundDoesNotHoldTheOthers() {
        // Given
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        marketplace.buyer("another").writes(bartekAtAllegro, "Halo");
        bartekAtAllegro.meets(Fault.MESSAGES_NOT_FOUND);

        // When
        link();

        // Then
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(2));
        assertThat(topics.ids(bartek)).doesNotHaveDuplicates();
    }

    @Test
    void refusedForTheRateIsTriedAgain() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.meets(Fault.POST_TOO_MANY);

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(bartekAtAllegro.automaticReplies()).hasSize(1);
    }

    @Test
    void sellersOwnAnswerSilencesTheReply() {
        // Given
        link();
        PostedMessage words = buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        bartekAtAllegro.answers(words, "Dzień dobry, już sprawdzam.");

        // When
        ReplyRequested reply = requestReply(question, "Dziękujemy.");

        // Then
        eventually(() -> {
            assertThat(told(MessageAnsweredByPerson.class)).hasSize(1);
            assertThat(results(reply)).singleElement().isInstanceOf(ReplyFailed.class);
        });
        assertThat(told(ReplyFailed.class).getFirst().reason()).isEqualTo(ReplyFailureReason.ANSWERED_BY_PERSON);
        assertThat(bartekAtAllegro.automaticReplies()).isEmpty();
    }

    @Test
    void lostConsentIsToldOnceAndLinkingAgainRecovers() {
        // Given
        String id = link().jsonPath().getString("id");
        eventually(() -> assertThat(told(AccountLinked.class)).hasSize(1));

        // When
        bartekAtAllegro.removesTheApplication();

        // Then
        eventually(() -> assertThat(told(AccountAuthFailed.class)).hasSize(1));
        assertThat(told(AccountAuthFailed.class).getFirst().reason()).isEqualTo(AccountAuthFailureReason.CONSENT_LOST);
        assertThat(as(bartek).get(ACCOUNTS + "/" + id).jsonPath().getString("status"))
                .isEqualTo("AUTH_FAILED");

        // When
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        Response again = link();

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("id")).isEqualTo(id);
        eventually(() -> {
            assertThat(told(AccountRecovered.class)).hasSize(1);
            assertThat(told(MessageReceived.class)).singleElement().matches(MessageReceived::backlog);
        });
        assertThat(told(AccountAuthFailed.class)).hasSize(1);
    }

    @Test
    void expiredAccessTokenIsRefreshedAndMissingScopeStops() {
        // Given
        link();
        bartekAtAllegro.accessTokenRunsOut();

        // When
        buyer.writes(bartekAtAllegro, "Dzień dobry");

        // Then
        received(1);

        // When
        bartekAtAllegro.consentShrinksTo("allegro:api:profile:read");

        // Then
        eventually(() -> assertThat(told(AccountAuthFailed.class)).hasSize(1));
        assertThat(told(AccountAuthFailed.class).getFirst().reason()).isEqualTo(AccountAuthFailureReason.SCOPE_MISSING);
    }

    @Test
    void case38TokenThatStaysRefusedAlthoughRefreshingWorksIsNotRefreshedAtEachPoll() {
        // Given
        link();
        eventually(() -> assertThat(told(AccountLinked.class)).hasSize(1));
        long before = marketplace.requests().ofKind("refresh_token");

        // When
        bartekAtAllegro.meets(Fault.GET_UNAUTHORIZED, 1000);
        String check = ACCOUNTS + "/" + as(bartek).get(ACCOUNTS).jsonPath().getString("[0].id") + "/check";
        for (int i = 0; i < 5; i++) {
            as(bartek).post(check);
        }

        // Then
        assertThat(marketplace.requests().ofKind("refresh_token") - before).isEqualTo(1);
        assertThat(told(AccountAuthFailed.class)).isEmpty();
    }

    @Test
    void otherLoginIsLearntFromAThreadAndItsMessagesAreRead() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        received(1);

        // When
        Seller renamed = bartekAtAllegro.renamesTo("inny-" + login);
        renamed.changesAddresses("nowy@sklep.example");
        PostedMessage words = buyer.writes(renamed, "Jeszcze jedno");
        renamed.answers(words, "Słucham");

        // Then
        eventually(() -> {
            assertThat(told(MessageReceived.class)).hasSize(2);
            assertThat(told(MessageAnsweredByPerson.class)).hasSize(1);
        });
        AccountLinked relinked = told(AccountLinked.class).getLast();
        assertThat(relinked.account().login()).isEqualTo(renamed.login());
        assertThat(relinked.account().addresses()).extracting(Object::toString).containsExactly("nowy@sklep.example");
        assertThat(relinked.account().version()).isEqualTo(2);
    }

    @Test
    void anotherSellersAccountIsNotFoundAndCannotBeTaken() {
        // Given
        String id = link().jsonPath().getString("id");
        SellerId celina = new SellerId("celina");

        // When
        Response taken = link(celina);

        // Then
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.contentType()).startsWith("application/problem+json");
        assertThat(as(celina).get(ACCOUNTS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(as(celina).delete(ACCOUNTS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(as(celina).get(ACCOUNTS).jsonPath().getList("")).isEmpty();
        assertThat(RestAssured.given().get(ACCOUNTS).statusCode()).isEqualTo(401);
        assertThat(as(bartek).delete(ACCOUNTS + "/" + id).statusCode()).isEqualTo(204);
        eventually(() -> assertThat(told(AccountUnlinked.class)).hasSize(1));
    }

    @Test
    void stateServesOnceAndItsSellerAlone() {
        // Given
        Response begun = as(bartek).post(ACCOUNTS + "/links");
        Map<String, String> callback = consent(begun);

        // When
        Response stolen = as(new SellerId("dorota")).body(callback).post(ACCOUNTS + "/links/callback");
        Response first = as(bartek).body(callback).post(ACCOUNTS + "/links/callback");
        Response second = as(bartek).body(callback).post(ACCOUNTS + "/links/callback");
        Response empty = as(bartek).body(Map.of("code", "")).post(ACCOUNTS + "/links/callback");

        // Then
        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.jsonPath().getList("errors.field")).contains("code", "state");
    }

    private Response link() {
        return link(bartek);
    }

    private Response link(SellerId seller) {
        Response begun = as(seller).post(ACCOUNTS + "/links");
        assertThat(begun.statusCode()).isEqualTo(201);
        return as(seller).body(consent(begun)).post(ACCOUNTS + "/links/callback");
    }

    private Map<String, String> consent(Response begun) {
        return Consent.given(begun.jsonPath().getString("authorizationUrl"), login);
    }

    private RequestSpecification as(SellerId seller) {
        String token = identity.issueToken("odzew", seller.value(), "odzew").serialize();
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }

    private MessageReceived received(int number) {
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(number));
        return told(MessageReceived.class).getLast();
    }

    private ReplyRequested requestReply(MessageReceived question, String text) {
        ReplyRequested reply = reply(question, text);
        topics.write(event(reply));
        return reply;
    }

    /// As a process leaves it that is killed while it writes; nobody has claimed it for longer than a POST may take.
    private void storeAsClaimed(ReplyRequested reply, Duration untilNoticed) {
        ReplyRoute.AllegroThread route = (ReplyRoute.AllegroThread) reply.route();
        database.preparedQuery("""
                        insert into reply (id, seller_id, account_id, conversation_id, thread_id, message_id,
                            message_created_at, body, requested_at, expires_at, state, withdrawn, attempted_at, looks, next_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + interval '1 hour', 'SENDING', false,
                            $9, 0, now())
                        """)
                .execute(Tuple.from(List.of(
                        reply.replyId().value(),
                        reply.sellerId().value(),
                        reply.target().id(),
                        reply.conversationId().value(),
                        route.threadId(),
                        route.messageId(),
                        route.createdAt().atOffset(ZoneOffset.UTC),
                        reply.text(),
                        Instant.now().minus(CLAIM_LIMIT).plus(untilNoticed).atOffset(ZoneOffset.UTC))))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static ReplyRequested reply(MessageReceived question, String text) {
        return new ReplyRequested(
                ReplyId.random(),
                question.sellerId(),
                question.target(),
                question.conversationId(),
                new EventId("the-question"),
                question.route(),
                null,
                text,
                List.of(),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(1)));
    }

    private static ReplyWithdrawn withdrawal(ReplyRequested reply) {
        return new ReplyWithdrawn(
                reply.replyId(),
                reply.sellerId(),
                reply.target(),
                reply.conversationId(),
                WithdrawalReason.STOPPED,
                Instant.now());
    }

    private static CloudEvent event(ReplyEvent reply) {
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                reply,
                null);
    }

    private List<ReplyResult> results(ReplyRequested reply) {
        return told(ReplyResult.class).stream()
                .filter(result -> result.replyId().equals(reply.replyId()))
                .toList();
    }

    private <E extends Event> List<E> told(Class<E> kind) {
        return topics.of(kind, bartek);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
