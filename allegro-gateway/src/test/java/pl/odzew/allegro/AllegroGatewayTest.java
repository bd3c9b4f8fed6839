package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.marketplace.Buyer;
import pl.odzew.allegro.marketplace.Fault;
import pl.odzew.allegro.marketplace.PostedMessage;
import pl.odzew.allegro.marketplace.Seller;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountUnlinked;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(Surroundings.class)
class AllegroGatewayTest extends GatewayStory {

    @Test
    void case42LinkingPublishesTheAccountAndTheBuyersWhoWaitAsBacklog() {
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
    void case34And35LateAndVerifiedMessagesArePublishedOnceAndAllegrosNever() {
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
    void case38LostConsentIsToldOnceAndLinkingAgainRecovers() {
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
    void case38And39ExpiredTokenIsRefreshedAndAMissingScopeStops() {
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
    void quirk05OtherLoginIsLearntFromAThreadAndItsMessagesAreRead() {
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
}
