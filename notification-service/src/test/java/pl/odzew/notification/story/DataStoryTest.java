package pl.odzew.notification.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.seller.v1.SellerErasureDone;

@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class DataStoryTest extends Story {

    private static final String TABLES_WITH_SELLERS = """
            select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
             where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'seller_id' order by table_name
            """;

    @Test
    void aSellerIsForgottenByAllAndTheProofNamesNobody() {
        // Given
        tell(mailbox.connected(), mailbox.wantsAppPassword());
        awaitMails(1);
        request().body("{\"language\":\"EN\"}").put("/api/v1/contact");
        request().body("{\"email\":\"biuro-" + address + "\"}").post("/api/v1/contact/addresses");
        get("/api/v1/data")
                .then()
                .statusCode(200)
                .body("tables.subject", hasSize(1))
                .body("tables.incident[0].server_words", notNullValue())
                .body("tables.contact[0].language", equalTo("EN"));

        // When
        String requestId = request()
                .delete("/api/v1/data")
                .then()
                .statusCode(202)
                .extract()
                .path("requestId");
        String again = request()
                .delete("/api/v1/data")
                .then()
                .statusCode(202)
                .extract()
                .path("requestId");
        await().atMost(PATIENCE)
                .until(() -> progress(requestId).path("services.find { it.service == 'notification-service' }.doneAt")
                        != null);
        tell(done(requestId, Service.MAILBOX_SERVICE), done(requestId, Service.ALLEGRO_GATEWAY));
        var halfway = progress(requestId);
        tell(done(requestId, Service.RESPONDER_SERVICE));

        // Then
        await().atMost(PATIENCE).until(() -> progress(requestId).path("completedAt") != null);
        assertThat(again).isEqualTo(requestId);
        halfway.then().statusCode(200).body("completedAt", nullValue());
        for (String table : tablesWithSellers()) {
            assertThat(count("select count(*) from " + table + " where seller_id = $1", seller))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from erasure where seller_id is null and request_id::text = $1", requestId))
                .isEqualTo(1);
    }

    @Test
    void aRequestIsItsSellersAlone() {
        // Given
        String requestId = request().delete("/api/v1/data").path("requestId");

        // When
        var stranger = requestOf("celina").get("/api/v1/data/erasures/" + requestId);
        var unknown = get("/api/v1/data/erasures/" + UUID.randomUUID());

        // Then
        stranger.then().statusCode(404);
        unknown.then().statusCode(404);
        progress(requestId).then().statusCode(200);
    }

    @Test
    void everyTableWithASellerIsForgotten() {
        // When
        List<String> known = new ArrayList<>(
                get("/api/v1/data").<java.util.Map<String, ?>>path("tables").keySet());

        // Then
        known.add("erasure"); // It forgets by itself when all are done.
        assertThat(known).containsExactlyInAnyOrderElementsOf(tablesWithSellers());
    }

    private io.restassured.response.Response progress(String requestId) {
        return get("/api/v1/data/erasures/" + requestId);
    }

    private CloudEvent done(String requestId, Service service) {
        var data = new SellerErasureDone(
                new SellerId(seller), UUID.fromString(requestId), service.deployment(), Instant.now());
        return new CloudEvent(new EventId(UUID.randomUUID().toString()), service.source(), Instant.now(), data, null);
    }

    private List<String> tablesWithSellers() {
        return StreamSupport.stream(
                        database.query(TABLES_WITH_SELLERS)
                                .execute()
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .map((Row row) -> row.getString(0))
                .toList();
    }

    private long count(String sql, String parameter) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
