package pl.odzew.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;

/// What is a seller's alone: his consent by another device, his audit, his end; and what is an operator's.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(Surroundings.class)
class SellersRightsTest extends GatewayStory {

    private static final String DEVICES = ACCOUNTS + "/links/device";
    private static final String AUDIT = "/api/v1/audit/allegro-gateway";
    private static final String OPERATOR = "/api/v1/operator/allegro-gateway";

    @Test
    void linkingByDeviceWaitsForTheSellersYes() {
        // Given
        Response begun = as(bartek).post(DEVICES);
        String check = DEVICES + "/" + begun.jsonPath().getString("id") + "/check";

        // When
        Response waiting = as(bartek).post(check);
        Response stolen = as(new SellerId("dorota")).post(check);
        bartekAtAllegro.saysYesWith(begun.jsonPath().getString("userCode"));

        // Then
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(begun.jsonPath().getString("verificationUriComplete"))
                .endsWith(begun.jsonPath().getString("userCode"));
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(stolen.statusCode()).isEqualTo(404);
        eventually(() -> assertThat(as(bartek).post(check).statusCode()).isEqualTo(201));
        eventually(() -> assertThat(told(AccountLinked.class)).hasSize(1));
        assertThat(as(bartek).post(check).statusCode()).isEqualTo(404);
    }

    @Test
    void linkingByDeviceEndsWithTheSellersNo() {
        // Given
        Response begun = as(bartek).post(DEVICES);
        String check = DEVICES + "/" + begun.jsonPath().getString("id") + "/check";

        // When
        bartekAtAllegro.saysNoTo(begun.jsonPath().getString("userCode"));

        // Then
        assertThat(as(bartek).post(check).statusCode()).isEqualTo(422);
        assertThat(as(bartek).get(ACCOUNTS).jsonPath().getList("")).isEmpty();
    }

    @Test
    void sellerSeesWhatWasChangedAndNobodyElseDoes() {
        // Given
        String id = link().jsonPath().getString("id");
        bartekAtAllegro.removesTheApplication();
        eventually(() -> assertThat(told(AccountAuthFailed.class)).hasSize(1));
        as(bartek).delete(ACCOUNTS + "/" + id);

        // When
        Response newest = as(bartek).get(AUDIT + "?limit=2");
        Response rest = as(bartek).get(AUDIT + "?cursor=" + newest.jsonPath().getString("next"));

        // Then
        assertThat(newest.jsonPath().getList("items.action")).containsExactly("ACCOUNT_UNLINKED", "ACCOUNT_FAILED");
        assertThat(newest.jsonPath().getList("items.actor")).containsExactly(bartek.value(), "Allegro");
        assertThat(rest.jsonPath().getList("items.action")).containsExactly("ACCOUNT_LINKED");
        assertThat(rest.jsonPath().getString("next")).isNull();
        assertThat(as(new SellerId("celina")).get(AUDIT).jsonPath().getList("items"))
                .isEmpty();
        assertThat(as(bartek).get(AUDIT + "?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void erasedSellerLeavesNothingBehindAndDoesNotComeBack() {
        // Given
        link();
        buyer.writes(bartekAtAllegro, "Dzień dobry");
        MessageReceived question = received(1);
        var reply = requestReply(question, "Dziękujemy.");
        eventually(() -> assertThat(results(reply)).singleElement().isInstanceOf(ReplySent.class));
        var late = reply(question, "Za późno.");
        CloudEvent toldBefore = event(late);

        // When
        topics.write(new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.NOTIFICATION_SERVICE.source(),
                Instant.now(),
                new SellerErasureRequested(bartek, UUID.randomUUID(), Instant.now()),
                null));

        // Then
        eventually(() -> assertThat(told(SellerErasureDone.class)).hasSize(1));
        assertThat(told(SellerErasureDone.class).getFirst().service()).isEqualTo("allegro-gateway");
        assertThat(as(bartek).get(ACCOUNTS).jsonPath().getList("")).isEmpty();
        for (String table : List.of("account", "reply", "audit", "account_settings", "link_request")) {
            assertThat(rows(table)).as(table).noneMatch(row -> row.contains(bartek.value()));
        }
        topics.write(toldBefore);
        ReplyRequested toldAfter = requestReply(question, "Po wszystkim.");
        eventually(() -> assertThat(results(toldAfter)).singleElement().isInstanceOf(ReplyFailed.class));
        assertThat(results(late)).isEmpty();
        eventually(() ->
                assertThat(topics.tombstones()).contains(question.target().id().toString()));
    }

    @Test
    void operatorSeesStatesLeasesAndTheBudgetAndASellerDoesNot() {
        // Given
        link();

        // When
        Response states = asOperator().get(OPERATOR + "/states");
        Response leases = asOperator().get(OPERATOR + "/leases");
        Response budget = asOperator().get(OPERATOR + "/budget");

        // Then
        assertThat(states.jsonPath().getList("accounts.status")).contains("LINKED");
        assertThat(leases.jsonPath().getList("replicas.accounts", Integer.class))
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).isPositive());
        assertThat(leases.jsonPath().getInt("unheld")).isZero();
        assertThat(budget.jsonPath().getInt("requestsPerMinute")).isEqualTo(8500);
        for (String view : List.of("states", "leases", "budget")) {
            assertThat(as(bartek).get(OPERATOR + "/" + view).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void noTokenIsReadableAnywhere() {
        // Given
        List<String> places = new ArrayList<>();
        List<String> secrets;
        try (LogLines lines = LogLines.record()) {
            link();
            buyer.writes(bartekAtAllegro, "Dzień dobry");
            received(1);
            secrets = bartekAtAllegro.secrets();
            bartekAtAllegro.removesTheApplication();
            eventually(() -> assertThat(told(AccountAuthFailed.class)).hasSize(1));

            // When
            places.addAll(lines.all());
        }
        for (String table : List.of("account", "link_request", "device_link", "audit", "outbox", "account_poll")) {
            places.addAll(rows(table));
        }
        places.addAll(topics.everything());
        places.add(as(bartek).get(ACCOUNTS).asString());
        places.add(as(bartek).get(AUDIT).asString());

        // Then
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(2);
        assertThat(places).hasSizeGreaterThan(8);
        for (String secret : secrets) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(places).noneMatch(place -> place.contains(secret) || place.contains(hex));
        }
    }

    private RequestSpecification asOperator() {
        return as(new SellerId("ops"), Map.of("groups", List.of("operator")));
    }
}
