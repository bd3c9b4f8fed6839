package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;

/// Who may do what, over every path of the API, and what must not be readable anywhere.
@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class AccessTest extends Story {

    private static final String OPERATORS = "/api/v1/operator/";
    /// Pages behind mailed links, which carry a token of their own.
    private static final List<String> WITHOUT_SIGNING_IN = List.of("/links/verify", "/links/unsubscribe");

    private record Operation(Method method, String path) {

        Response call(RequestSpecification caller) {
            String concrete = path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            String type = path.endsWith("/report") ? "message/rfc822" : "application/json";
            return caller.contentType(type).request(method, concrete);
        }
    }

    @Test
    void nobodyGetsInWithoutSigningIn() {
        for (Operation operation : operations()) {
            if (!WITHOUT_SIGNING_IN.contains(operation.path())) {
                // When
                Response response = operation.call(given());

                // Then
                assertThat(response.statusCode()).as(operation.toString()).isEqualTo(401);
            }
        }
        assertThat(operations()).hasSizeGreaterThan(25);
    }

    @Test
    void whatIsForOperatorsIsForOperators() {
        // Given
        List<Operation> theirs = operations().stream()
                .filter(one -> one.path().startsWith(OPERATORS))
                .toList();
        assertThat(theirs).hasSizeGreaterThan(12);

        for (Operation operation : theirs) {
            // When
            Response response = operation.call(request());

            // Then
            assertThat(response.statusCode()).as(operation.toString()).isEqualTo(403);
        }
    }

    @Test
    void anIdOfAnotherSellerIsNotThere() {
        // Given
        tell(mailbox.wantsAppPassword());
        await().atMost(PATIENCE).until(() -> unread() == 1);
        String notification = get("/api/v1/notifications").path("items[0].id");
        String contact = request()
                .body("{\"email\":\"biuro-" + address + "\"}")
                .post("/api/v1/contact/addresses")
                .path("id");
        String erasure = request().delete("/api/v1/data").path("requestId");
        Map<String, String> ids = Map.of(
                "/api/v1/notifications/{id}/acknowledge", notification,
                "/api/v1/contact/addresses/{id}", contact,
                "/api/v1/contact/addresses/{id}/verification", contact,
                "/api/v1/data/erasures/{requestId}", erasure);
        List<Operation> withIds = operations().stream()
                .filter(one -> one.path().contains("{") && !one.path().startsWith(OPERATORS))
                .toList();
        assertThat(withIds)
                .extracting(Operation::path)
                .allSatisfy(path -> assertThat(ids).containsKey(path));

        for (Operation operation : withIds) {
            // When
            String path = operation.path().replaceAll("\\{\\w+}", ids.get(operation.path()));
            Response response = requestOf("celina-" + seller).request(operation.method(), path);

            // Then
            assertThat(response.statusCode()).as(operation.toString()).isEqualTo(404);
        }
    }

    @Test
    void nothingSecretIsWrittenToLogsOrReadableInTheDatabase() {
        // Given
        var logged = new CopyOnWriteArrayList<String>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            String office = "biuro-" + address;

            // When
            String secret = request()
                    .body("{\"url\":\"http://localhost:1/odzew\"}")
                    .put("/api/v1/webhook")
                    .path("secret");
            request().body("{\"email\":\"" + office + "\"}").post("/api/v1/contact/addresses");
            tell(mailbox.connected(), mailbox.wantsAppPassword());
            awaitMails(1);
            await().atMost(PATIENCE).until(() -> postOffice.mailsTo(office).size() == 1);
            await().atMost(PATIENCE)
                    .until(() ->
                            count("select count(*) from webhook_call where seller_id = $1 and last_failure is not null")
                                    == 1);
            String token = postOffice.mailsTo(office).getFirst().text().replaceAll("(?s).*token=([\\w-]+).*", "$1");
            given().get("/links/verify?token=" + token).then().statusCode(200);

            // Then
            assertThat(logged).isNotEmpty();
            for (String line : logged) {
                assertThat(line).doesNotContain(secret, token, address);
            }
            for (String table : tables()) {
                assertThat(rowsWith(table, secret)).as(table).isZero();
                assertThat(rowsWith(table, token)).as(table).isZero();
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                String message =
                        entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage();
                logged.add(message + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private List<String> tables() {
        var names = new ArrayList<String>();
        database.query("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .execute()
                .await()
                .atMost(PATIENCE)
                .forEach((Row row) -> names.add(row.getString(0)));
        return names;
    }

    private long rowsWith(String table, String words) {
        return database.preparedQuery("select count(*) from \"" + table + "\" t where position($1 in t::text) > 0"
                        + " or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0")
                .execute(Tuple.of(words))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        Map<String, Map<String, ?>> paths =
                given().accept("application/json").get("/q/openapi?format=json").path("paths");
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(name -> List.of("get", "put", "post", "delete", "patch").contains(name))
                .forEach(name -> operations.add(new Operation(Method.valueOf(name.toUpperCase(Locale.ROOT)), path))));
        return operations;
    }
}
