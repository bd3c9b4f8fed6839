package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import pl.odzew.allegro.marketplace.Buyer;
import pl.odzew.allegro.marketplace.Fault;
import pl.odzew.allegro.marketplace.Marketplace;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.AccountId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;

/// Two processes of the gateway on one database, one broker and one Allegro: they share accounts, budget
/// and the lock around refresh tokens, and the death of one doubles nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final int SELLERS = 6;
    private static final int REQUESTS_PER_MINUTE = 900;

    private final Surroundings surroundings = new Surroundings();
    private final Map<String, String> configuration = new HashMap<>();
    private final List<GatewayProcess> replicas = new ArrayList<>();
    private final List<LinkedSeller> sellers = new ArrayList<>();
    private Marketplace marketplace;
    private Topics topics;

    @BeforeAll
    void startTwoReplicas() {
        configuration.putAll(new EmbeddedInfrastructure().start());
        configuration.putAll(surroundings.start());
        configuration.put("odzew.lease.heartbeat", "500ms");
        configuration.put("odzew.lease.dead-after", "3S");
        configuration.put("odzew.polling.active-interval", "100ms");
        configuration.put("odzew.polling.idle-interval", "100ms");
        configuration.put("odzew.budget.requests-per-minute", Integer.toString(REQUESTS_PER_MINUTE));
        marketplace = surroundings.marketplace();
        topics = new Topics(configuration.get("kafka.bootstrap.servers"));
        startReplica();
        startReplica();
        replicas.forEach(GatewayProcess::awaitReady);
        for (int i = 0; i < SELLERS; i++) {
            sellers.add(LinkedSeller.link(surroundings, replicas.getFirst(), "seller-" + i));
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        replicas.forEach(GatewayProcess::close);
        topics.close();
        surroundings.stop();
    }

    @AfterEach
    void everythingKeptToTheDocuments() {
        assertThat(marketplace.violations()).isEmpty();
    }

    @Test
    @Order(1)
    void accountsAreSharedOutAndEachMessageIsToldOnce() {
        // Given
        eventually(() -> assertThat(accountsOfEachReplica().values()).containsExactlyInAnyOrder(3, 3));

        // When
        sellers.forEach(seller -> buyer().writes(seller.atAllegro(), "Dzień dobry"));

        // Then
        for (LinkedSeller seller : sellers) {
            eventually(() ->
                    assertThat(topics.of(MessageReceived.class, seller.id())).hasSize(1));
        }
    }

    @Test
    @Order(2)
    void allReplicasTogetherKeepToTheBudgetOfTheClientId() throws InterruptedException {
        // Given: polling ten times a second each, the accounts would take four times as much.
        Instant from = Instant.now();
        long before = marketplace.requests().ofKind("GET /messaging/threads");

        // When
        await().pollDelay(Duration.ofSeconds(10)).atMost(Duration.ofSeconds(11)).until(() -> true);

        // Then
        long sent = marketplace.requests().between(from, from.plusSeconds(10));
        long allowed = REQUESTS_PER_MINUTE / 60 * 11;
        assertThat(sent).isBetween(allowed / 2, allowed + 2 * 8);
        assertThat(marketplace.requests().ofKind("GET /messaging/threads")).isGreaterThan(before);
    }

    @Test
    @Order(3)
    void replicasThatNeedTheSameTokenAtOnceRefreshItOnce() {
        // Given
        LinkedSeller seller = sellers.getFirst();
        long before = marketplace.requests().ofKind("refresh_token");

        // When
        seller.atAllegro().accessTokenRunsOut();
        List<CompletableFuture<Integer>> checks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            GatewayProcess replica = replicas.get(i % 2);
            checks.add(CompletableFuture.supplyAsync(() -> seller.checkedBy(replica)));
        }

        // Then
        assertThat(checks.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(marketplace.requests().ofKind("refresh_token") - before).isEqualTo(1);
        assertThat(topics.of(AccountAuthFailed.class, seller.id())).isEmpty();
    }

    @Test
    @Order(4)
    void replicaKilledWhileAllegroTakesAReplyDoublesNothing() {
        // Given
        LinkedSeller seller = sellers.get(1);
        MessageReceived question = topics.of(MessageReceived.class, seller.id()).getFirst();
        seller.atAllegro().meets(Fault.POST_ACCEPTED_THEN_SILENT);
        ReplyRequested reply = request(question);
        eventually(() -> assertThat(seller.atAllegro().automaticReplies()).hasSize(1));

        // When
        GatewayProcess killed = ownerOf(question);
        killed.kill();
        replicas.remove(killed);

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        assertThat(seller.atAllegro().automaticReplies()).hasSize(1);
        assertThat(topics.of(MessageAnsweredByPerson.class, seller.id())).isEmpty();
        eventually(() -> assertThat(accountsOfEachReplica().values()).containsExactly(SELLERS));
    }

    @Test
    @Order(5)
    void replicaKilledBeforeAllegroTookTheReplyWritesItNeverAndSaysSo() {
        // Given
        startReplica().awaitReady();
        eventually(() -> assertThat(accountsOfEachReplica().values()).containsExactlyInAnyOrder(3, 3));
        LinkedSeller seller = sellers.get(2);
        MessageReceived question = topics.of(MessageReceived.class, seller.id()).getFirst();
        seller.atAllegro().meets(Fault.POST_SILENT);
        ReplyRequested reply = request(question);
        eventually(() -> assertThat(stateOf(reply)).isEqualTo("SENDING"));

        // When
        GatewayProcess killed = ownerOf(question);
        killed.kill();
        replicas.remove(killed);

        // Then
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplyUnknown.class));
        assertThat(seller.atAllegro().automaticReplies()).isEmpty();
    }

    @Test
    @Order(6)
    void replicaThatIsAskedToEndGivesItsAccountsBackAtOnce() {
        // Given
        GatewayProcess second = startReplica().awaitReady();
        eventually(() -> assertThat(accountsOfEachReplica().values()).containsExactlyInAnyOrder(3, 3));

        // When
        second.close();
        replicas.remove(second);

        // Then
        assertThat(query("select 1 from replica where name = ?", second.name())).isEmpty();
        eventually(() -> assertThat(accountsOfEachReplica().values()).containsExactly(SELLERS));
    }

    private GatewayProcess startReplica() {
        GatewayProcess replica = GatewayProcess.start("replica-" + UUID.randomUUID(), configuration);
        replicas.add(replica);
        return replica;
    }

    private Buyer buyer() {
        return marketplace.buyer("buyer-" + UUID.randomUUID());
    }

    private ReplyRequested request(MessageReceived question) {
        var reply = new ReplyRequested(
                ReplyId.random(),
                question.sellerId(),
                question.target(),
                question.conversationId(),
                new EventId("the-question"),
                question.route(),
                null,
                "Dziękujemy, odpowiemy jutro.",
                List.of(),
                Instant.now(),
                Instant.now().plus(Duration.ofHours(1)));
        topics.write(new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                reply,
                null));
        return reply;
    }

    private List<ReplyResult> results(ReplyRequested reply) {
        return topics.of(ReplyResult.class, reply.sellerId()).stream()
                .filter(result -> result.replyId().equals(reply.replyId()))
                .toList();
    }

    private GatewayProcess ownerOf(MessageReceived question) {
        String owner = query(
                        "select name from account_poll join replica on replica.id = account_poll.replica where account_id = ?",
                        new AccountId(question.target().id()).value())
                .getFirst()
                .getFirst();
        return replicas.stream()
                .filter(replica -> replica.name().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    private String stateOf(ReplyRequested reply) {
        List<List<String>> rows =
                query("select state from reply where id = ?", reply.replyId().value());
        return rows.isEmpty() ? "" : rows.getFirst().getFirst();
    }

    private Map<String, Integer> accountsOfEachReplica() {
        var accounts = new HashMap<String, Integer>();
        query("select replica, count(*) from account_poll where replica is not null group by replica")
                .forEach(row -> accounts.put(row.getFirst(), Integer.valueOf(row.getLast())));
        return accounts;
    }

    private List<List<String>> query(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        EmbeddedDatabase.USER,
                        EmbeddedDatabase.PASSWORD);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = new ArrayList<List<String>>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }
}
