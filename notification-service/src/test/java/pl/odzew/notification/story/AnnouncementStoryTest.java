package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.EventId;
import pl.odzew.events.MailboxId;
import pl.odzew.events.Target;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.notification.catcher.CaughtMail;

@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class AnnouncementStoryTest extends Story {

    private static final int SELLERS = 1_000;
    private static final int ACTED_BEFORE = 10;
    private static final int ACTED_AFTER = 100;
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

    private static final String DRAFT = """
        {"name": "Google, 1 March",
         "texts": {"PL": {"subject": "Od 1 marca Google nie przyjmie zwykłego hasła",
                          "body": "Google zapowiada zmianę.\\n\\nHasło do aplikacji działa dalej."},
                   "EN": {"subject": "From 1 March Google takes no ordinary password",
                          "body": "Google announces a change.\\n\\nAn app password goes on working."}},
         "segment": {"providers": ["ONET"], "credentials": ["OTHER"], "versions": [1, 2]},
         "effectiveAt": "2027-03-01T00:00:00Z"}\
        """;

    @Test
    void allWhomItConcernsHearOnceAndThoseWhoActedAreNotReminded() throws IOException {
        // Given
        List<SellersMailbox> mailboxes = new ArrayList<>();
        for (int i = 0; i < SELLERS; i++) {
            mailboxes.add(new SellersMailbox(seller + "-" + i, i + "-" + address.replace("gmail.com", "onet.pl")));
        }
        tellAll(mailboxes.stream().map(SellersMailbox::connected).toList());
        tellAll(mailboxes.stream().map(this::answersByVersion1).toList());
        String id = operator()
                .body(DRAFT)
                .post("/api/v1/operator/announcements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(LONG_PATIENCE).until(() -> audience(id).getInt("sellers") == SELLERS);
        assertThat(audience(id).getList("sample")).hasSize(20);

        // When
        operator().body("{\"email\":\"otto@odzew.test\",\"language\":\"EN\"}").post(path(id, "test"));
        tellAll(mailboxes.subList(0, ACTED_BEFORE).stream()
                .map(SellersMailbox::appPasswordSaved)
                .toList());
        await().atMost(LONG_PATIENCE).until(() -> audience(id).getInt("sellers") == SELLERS - ACTED_BEFORE);
        schedule(id);
        await().atMost(LONG_PATIENCE).until(() -> round(id) == 1 && progress(id).getInt("sent") > 0);
        operator().post(path(id, "pause")).then().statusCode(200).body("state", equalTo("PAUSED"));
        operator().post(path(id, "resume")).then().statusCode(200).body("state", equalTo("SENDING"));

        // Then
        await().atMost(LONG_PATIENCE).until(() -> state(id).equals("SENT"));
        assertThat(progress(id).getInt("sent")).isEqualTo(SELLERS - ACTED_BEFORE);
        assertThat(progress(id).getInt("recipients")).isEqualTo(SELLERS - ACTED_BEFORE);
        Map<String, Long> copies =
                postOffice.mails().stream().collect(Collectors.groupingBy(CaughtMail::to, Collectors.counting()));
        assertThat(mailboxes.subList(ACTED_BEFORE, SELLERS))
                .allSatisfy(one -> assertThat(copies).containsEntry(one.address(), 1L));
        assertThat(postOffice.mailsTo(mailboxes.getFirst().address())).isEmpty();
        CaughtMail mail = postOffice.mailsTo(mailboxes.getLast().address()).getFirst();
        keep(mail, "announcement");
        keep(postOffice.mailsTo("otto@odzew.test").getFirst(), "announcement-test");
        assertThat(mail.subject()).isEqualTo("Od 1 marca Google nie przyjmie zwykłego hasła");
        assertThat(mail.header("List-Unsubscribe")).contains("/links/unsubscribe?token=");
        assertThat(mail.text())
                .contains(
                        "1 marca 2027",
                        "wersja-3?mailbox=" + mailboxes.getLast().id());

        // When
        tellAll(mailboxes.subList(ACTED_BEFORE, ACTED_BEFORE + ACTED_AFTER).stream()
                .map(SellersMailbox::appPasswordSaved)
                .toList());
        await().atMost(LONG_PATIENCE).until(() -> progress(id).getInt("actedUpon") == ACTED_AFTER);
        remindNow(id);
        await().atMost(LONG_PATIENCE).until(() -> round(id) == 2 && state(id).equals("SENT"));

        // Then
        assertThat(progress(id).getInt("sent")).isEqualTo(SELLERS - ACTED_BEFORE - ACTED_AFTER);
        assertThat(postOffice.mailsTo(mailboxes.get(ACTED_BEFORE).address())).hasSize(1);
        assertThat(postOffice.mailsTo(mailboxes.getLast().address()))
                .extracting(CaughtMail::subject)
                .contains("Przypomnienie: Od 1 marca Google nie przyjmie zwykłego hasła");
        requestOf(seller + "-" + (SELLERS - 1))
                .get("/api/v1/notifications")
                .then()
                .body("items[0].kind", equalTo("ANNOUNCEMENT"))
                .body("items.size()", equalTo(1));
    }

    @Test
    void theProjectionIsBuiltAnewFromTheTopicsAndTellsNobody() {
        // Given
        tell(mailbox.connected(), answersByVersion1(mailbox), mailbox.wantsAppPassword());
        awaitMails(1);
        String rows = "select count(*) from known_mailbox join known_target on target_id = id where"
                + " known_mailbox.seller_id = $1 and enabled";
        await().atMost(PATIENCE).until(() -> count(rows) == 1);
        for (String table : List.of("known_mailbox", "known_account", "known_target", "known_settings", "subject")) {
            database.query("delete from " + table).execute().await().atMost(PATIENCE);
        }

        // When
        operator()
                .post("/api/v1/operator/notification-service/projection/rebuild")
                .then()
                .statusCode(200);

        // Then
        assertThat(count(rows)).isEqualTo(1);
        assertThat(count("select count(*) from subject where seller_id = $1")).isEqualTo(1);
        assertThat(count("select count(*) from incident where seller_id = $1")).isEqualTo(1);
        assertThat(postOffice.mailsTo(address)).hasSize(1);
        tell(mailbox.newPasswordSaved(), mailbox.recovered());
        awaitMails(2);
    }

    @Test
    void onlyOperatorsAnnounce() {
        // When
        var bySeller = request().get("/api/v1/operator/announcements");
        var withoutPolish = operator().body(DRAFT.replace("\"PL\"", "\"CS\"")).post("/api/v1/operator/announcements");
        String id =
                operator().body(DRAFT).post("/api/v1/operator/announcements").path("id");
        var resumed = operator().post(path(id, "resume"));
        var rewritten = operator().body(DRAFT.replace("ONET", "WP")).put("/api/v1/operator/announcements/" + id);
        var deleted = operator().delete("/api/v1/operator/announcements/" + id);
        var gone = operator().get("/api/v1/operator/announcements/" + id);

        // Then
        bySeller.then().statusCode(403).contentType("application/problem+json");
        withoutPolish.then().statusCode(400).body("field", equalTo("texts"));
        resumed.then().statusCode(409).contentType("application/problem+json");
        rewritten.then().statusCode(200).body("segment.providers[0]", equalTo("WP"));
        deleted.then().statusCode(204);
        gone.then().statusCode(404);
        operator()
                .get("/api/v1/operator/notification-service/audit")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("announcement.deleted"))
                .body("items[0].actor", equalTo("otto"));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(identityProvider.operatorsToken()).contentType("application/json");
    }

    private static String path(String id, String action) {
        return "/api/v1/operator/announcements/" + id + "/" + action;
    }

    private JsonPath audience(String id) {
        return operator().get(path(id, "audience")).jsonPath();
    }

    private JsonPath announcement(String id) {
        return operator().get("/api/v1/operator/announcements/" + id).jsonPath();
    }

    private JsonPath progress(String id) {
        return announcement(id).setRootPath("progress");
    }

    private String state(String id) {
        return announcement(id).getString("state");
    }

    private int round(String id) {
        return announcement(id).getInt("round");
    }

    private void schedule(String id) {
        operator()
                .body("{\"startAt\":\"" + Instant.now() + "\"}")
                .post(path(id, "schedule"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"));
    }

    /// As if the day of the reminder had come.
    private void remindNow(String id) {
        database.query("update announcement set remind_at = now() where id = '" + id + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    private void tellAll(List<CloudEvent> events) {
        mailboxService.publishAll(events).await().atMost(LONG_PATIENCE);
    }

    private CloudEvent answersByVersion1(SellersMailbox mailbox) {
        var target = new TargetSettings(
                Target.of(new MailboxId(UUID.fromString(mailbox.id()))), AutoresponderVersion.VERSION_1, true);
        var data = new AutoresponderSettingsChanged(mailbox.seller(), 1, false, List.of(target), Instant.now());
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.RESPONDER_SERVICE.source(),
                Instant.now(),
                data,
                null);
    }
}
