package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import pl.odzew.events.AccountId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.notification.catcher.CaughtMail;
import pl.odzew.transport.kafka.EventPublisher;

/// The service with a broker, a database and a mail server, and a new seller with a mailbox for each test.
abstract class Story {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    public static final class ShortTimes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("odzew.warnings.collect-for", "2S"),
                    Map.entry("odzew.warnings.follow-up-after", "4S"),
                    Map.entry("odzew.reminders.look-every", "1s"),
                    Map.entry("odzew.reminders.quiet-from", "00:00"),
                    Map.entry("odzew.reminders.quiet-to", "00:00"),
                    Map.entry("odzew.warnings.from", "odzew@odzew.test"),
                    Map.entry("odzew.announcements.per-second", "400"),
                    Map.entry("odzew.announcements.concurrency", "8"),
                    Map.entry("odzew.stream.heartbeat", "1S"),
                    Map.entry("quarkus.http.test-port", "0"),
                    Map.entry("odzew.digest.collect-for", "1S"),
                    Map.entry("odzew.webhooks.allow-private", "true"),
                    Map.entry("odzew.mails.trouble-after", "1S"));
        }
    }

    @Inject
    EventPublisher mailboxService;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool database;

    @TestHTTPResource
    URI service;

    PostOffice postOffice;
    IdentityProvider identityProvider;

    String seller;
    String address;
    SellersMailbox mailbox;

    @BeforeEach
    void aSeller() {
        seller = "anna-" + UUID.randomUUID();
        address = seller + "@gmail.com";
        mailbox = new SellersMailbox(seller, address);
    }

    void tell(CloudEvent... events) {
        mailboxService.publishAll(List.of(events)).await().atMost(PATIENCE);
    }

    List<CaughtMail> awaitMails(int count) {
        await().atMost(PATIENCE).until(() -> postOffice.mailsTo(address).size() >= count);
        List<CaughtMail> mails = postOffice.mailsTo(address);
        assertThat(mails).hasSize(count);
        return mails;
    }

    CloudEvent allegroRefuses() {
        var account = new AccountSnapshot(
                AccountId.random(),
                new SellerId(seller),
                1,
                "anna_sklep",
                List.of(new MailAddress("inna-" + address)),
                AccountStatus.AUTH_FAILED,
                SellersMailbox.REFUSED_AT);
        var data = new AccountAuthFailed(
                account, AccountAuthFailureReason.CONSENT_LOST, "invalid_grant: Invalid refresh token");
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()), Service.ALLEGRO_GATEWAY.source(), Instant.now(), data, null);
    }

    double failedMails() {
        return meters.find("odzew.mails").tag("outcome", "failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    int unread() {
        return get("/api/v1/notifications").path("unread");
    }

    io.restassured.response.ValidatableResponse notifications() {
        return get("/api/v1/notifications").then().statusCode(200);
    }

    io.restassured.response.Response get(String path) {
        return request().get(path);
    }

    RequestSpecification request() {
        return requestOf(seller);
    }

    RequestSpecification requestOf(String subject) {
        return given().auth().oauth2(identityProvider.tokenOf(subject)).contentType("application/json");
    }

    /// Rendered mails are to be looked at, not only compared.
    static void keep(CaughtMail mail, String name) throws IOException {
        Snapshots.compare(name, mail.text(), mail.html());
    }

    /// @param sql with the seller as its parameter
    long count(String sql) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(seller))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
