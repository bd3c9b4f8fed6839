package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.odzew.allegro.marketplace.Buyer;
import pl.odzew.allegro.marketplace.Marketplace;
import pl.odzew.allegro.marketplace.Seller;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyEvent;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;

/// A gateway with all that it meets outside, and the words in which its tests tell their stories.
abstract class GatewayStory {

    /// After so long a claim counts as abandoned.
    private static final Duration CLAIM_LIMIT = Duration.ofMinutes(5);

    static final String ACCOUNTS = "/api/v1/allegro-accounts";

    Marketplace marketplace;
    SellersFiles files;
    MockOAuth2Server identity;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Pool database;

    Topics topics;
    String login;
    SellerId bartek;
    Seller bartekAtAllegro;
    Buyer buyer;

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

    Response link() {
        return link(bartek);
    }

    Response link(SellerId seller) {
        Response begun = as(seller).post(ACCOUNTS + "/links");
        assertThat(begun.statusCode()).isEqualTo(201);
        return as(seller).body(consent(begun)).post(ACCOUNTS + "/links/callback");
    }

    Map<String, String> consent(Response begun) {
        return Consent.given(begun.jsonPath().getString("authorizationUrl"), login);
    }

    RequestSpecification as(SellerId seller) {
        return as(seller, Map.of());
    }

    RequestSpecification as(SellerId seller, Map<String, Object> claims) {
        String token =
                identity.issueToken("odzew", seller.value(), "odzew", claims).serialize();
        return RestAssured.given().auth().oauth2(token).contentType("application/json");
    }

    MessageReceived received(int number) {
        eventually(() -> assertThat(told(MessageReceived.class)).hasSize(number));
        return told(MessageReceived.class).getLast();
    }

    ReplyRequested requestReply(MessageReceived question, String text, AttachmentRef... attachments) {
        ReplyRequested reply = reply(question, text, attachments);
        topics.write(event(reply));
        return reply;
    }

    /// As a process leaves it that is killed while it writes; nobody has claimed it for longer than a
    /// POST may take.
    void storeAsClaimed(ReplyRequested reply, Duration untilNoticed) {
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

    static ReplyRequested reply(MessageReceived question, String text, AttachmentRef... attachments) {
        return new ReplyRequested(
                ReplyId.random(),
                question.sellerId(),
                question.target(),
                question.conversationId(),
                new EventId("the-question"),
                question.route(),
                null,
                text,
                List.of(attachments),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(1)));
    }

    static ReplyWithdrawn withdrawal(ReplyRequested reply) {
        return new ReplyWithdrawn(
                reply.replyId(),
                reply.sellerId(),
                reply.target(),
                reply.conversationId(),
                WithdrawalReason.STOPPED,
                Instant.now());
    }

    static CloudEvent event(ReplyEvent reply) {
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                reply,
                null);
    }

    List<ReplyResult> results(ReplyRequested reply) {
        return told(ReplyResult.class).stream()
                .filter(result -> result.replyId().equals(reply.replyId()))
                .toList();
    }

    /// All rows of a table of the gateway's as text.
    List<String> rows(String table) {
        var rows = new ArrayList<String>();
        database.query("select cast(t as text) as line from " + table + " t")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> rows.add(row.getString("line")));
        return rows;
    }

    /// A column of the gateway's database, for what nothing else shows.
    <T> List<T> rows(String sql, UUID parameter, String column) {
        var values = new ArrayList<T>();
        database.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> values.add((T) row.getValue(column)));
        return values;
    }

    <E extends Event> List<E> told(Class<E> kind) {
        return topics.of(kind, bartek);
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
