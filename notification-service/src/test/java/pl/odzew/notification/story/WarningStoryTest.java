package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.AccountId;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.notification.catcher.CaughtMail;

@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class WarningStoryTest extends Story {

    private static final String DROPPED =
            "select count(*) from mail where seller_id = $1 and kind = 'MAILBOX_REMINDER' and state = 'DROPPED'";

    @Test
    void aSellerIsWarnedOnceAndHearsWhenItWorksAgain() throws IOException {
        // Given
        CloudEvent refusal;
        tell(mailbox.connected(), refusal = mailbox.wantsAppPassword());
        CaughtMail warning = awaitMails(1).getFirst();

        // When
        tell(refusal, mailbox.outdated(refusal, 1), mailbox.newPasswordSaved(), mailbox.recovered());

        // Then
        CaughtMail goodNews = awaitMails(2).getFirst();
        keep(warning, "warning");
        keep(goodNews, "works-again");
        assertThat(warning.subject()).isEqualTo("Odzew nie może zalogować się do skrzynki " + address);
        assertThat(warning.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(warning.header("Message-ID")).matches("<[0-9a-f-]{36}@odzew\\.test>");
        for (String body : List.of(warning.text(), warning.html())) {
            assertThat(body)
                    .contains(address)
                    .contains("23 listopada 2026, 18:05")
                    .contains("Application-specific password required")
                    .contains("https://myaccount.google.com/apppasswords?authuser=" + address.replace("@", "%40"))
                    .contains("http://localhost:8080/skrzynki/" + mailbox.id() + "#haslo")
                    .contains("http://localhost:8080/autoresponder/wersja-3?mailbox=" + mailbox.id())
                    .containsSubsequence("Sposób 1", "Sposób 2");
        }
        assertThat(goodNews.subject()).isEqualTo("Skrzynka " + address + " znów działa");
        notifications()
                .body("items", hasSize(1))
                .body("unread", equalTo(1))
                .body("items[0].kind", equalTo("MAILBOX_AUTH_FAILED"))
                .body("items[0].subjectId", equalTo(mailbox.id()))
                .body("items[0].subjectName", equalTo(address))
                .body("items[0].reason", equalTo("APP_PASSWORD_REQUIRED"))
                .body("items[0].remedies", contains("APP_PASSWORD", "VERSION_3"))
                .body("items[0].closedAt", notNullValue())
                .body("items[0].acknowledgedAt", nullValue());
    }

    @Test
    void aFalseAlarmIsTakenBack() throws IOException {
        // Given
        tell(mailbox.connected(), mailbox.wantsAppPassword());
        awaitMails(1);

        // When
        tell(mailbox.recoveredByItself());

        // Then
        CaughtMail retraction = awaitMails(2).getFirst();
        keep(retraction, "taken-back");
        assertThat(retraction.subject())
                .isEqualTo("Skrzynka " + address + " działa: nasze ostrzeżenie jest nieaktualne");
        assertThat(retraction.text()).contains("Nie trzeba tworzyć nowego hasła");
        notifications().body("items[0].ending", equalTo("TAKEN_BACK"));
    }

    @Test
    void whatFollowsAWarningWithinTheHourIsOneFurtherMail() {
        // Given
        tell(mailbox.wantsAppPassword());
        awaitMails(1);
        var second = new SellersMailbox(seller, "druga-" + address);
        var third = new SellersMailbox(seller, "trzecia-" + address);

        // When
        tell(second.wantsAppPassword());
        await().atMost(PATIENCE).until(() -> unread() == 2);
        tell(third.wantsAppPassword());

        // Then
        await().atMost(PATIENCE)
                .until(() -> postOffice.mailsTo("trzecia-" + address).size() == 1);
        assertThat(postOffice.mailsTo("druga-" + address))
                .extracting(mail -> mail.header("Message-ID"))
                .containsExactly(
                        postOffice.mailsTo("trzecia-" + address).getFirst().header("Message-ID"));
        assertThat(postOffice.mailsTo(address)).hasSize(1);
    }

    @Test
    void aSellerIsRemindedWhileItLastsUnlessHeDeclines() throws IOException {
        // Given
        tell(mailbox.connected(), mailbox.wantsAppPassword());
        CaughtMail warning = awaitMails(1).getFirst();
        assertThat(warning.header("List-Unsubscribe")).isNull();

        // When
        reminderIsDue();

        // Then
        CaughtMail reminder = awaitMails(2).getFirst();
        keep(reminder, "reminder");
        assertThat(reminder.subject()).startsWith("Przypomnienie: Odzew wciąż nie może");
        assertThat(reminder.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");

        // When
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(reminder.header("List-Unsubscribe").replaceAll("<http://localhost:8084(.*)>", "$1"))
                .then()
                .statusCode(200);
        reminderIsDue();
        await().atMost(PATIENCE).until(() -> count(DROPPED) == 1);

        // Then
        get("/api/v1/contact").then().body("reminders", equalTo(false));
        assertThat(postOffice.mailsTo(address)).hasSize(2);
    }

    @Test
    void movingToVersion3EndsTheTroubleWithoutAMail() {
        // Given
        var account = AccountId.random();
        tell(mailbox.connected(), linked(account), mailbox.wantsAppPassword());
        awaitMails(1);
        await().atMost(PATIENCE).until(() -> count("select count(*) from known_account where seller_id = $1") == 1);

        // When
        tell(version3(account));

        // Then
        await().atMost(PATIENCE)
                .until(() ->
                        "MOVED_TO_VERSION_3".equals(get("/api/v1/notifications").path("items[0].ending")));
        tell(mailbox.newPasswordSaved(), mailbox.wantsAppPassword());
        await().atMost(PATIENCE)
                .until(() -> count("select cast(max(version) as bigint) from subject where seller_id = $1") == 4);
        assertThat(count("select count(*) from incident where seller_id = $1")).isEqualTo(1);
        assertThat(postOffice.mailsTo(address)).hasSize(1);
    }

    @Test
    void repliesThatNeedAPersonAreOneDigest() throws IOException {
        // Given
        tell(mailbox.connected());
        await().atMost(PATIENCE)
                .until(() -> address.equals(get("/api/v1/contact").path("email")));
        var target = Target.of(new MailboxId(UUID.fromString(mailbox.id())));
        var conversation = new ConversationId(seller);
        var id = new SellerId(seller);
        Instant now = Instant.now();

        // When
        tell(
                result(new ReplySent(ReplyId.random(), id, target, conversation, now, "<1@odzew.test>")),
                result(new ReplyBlocked(ReplyId.random(), id, target, conversation, now, "REJECTED")),
                result(new ReplyUnknown(ReplyId.random(), id, target, conversation, now, now)),
                result(new ReplyUnknown(ReplyId.random(), id, target, conversation, now, now)));

        // Then
        CaughtMail digest = awaitMails(1).getFirst();
        keep(digest, "digest");
        assertThat(digest.subject()).isEqualTo("Odpowiedzi, na które warto spojrzeć");
        assertThat(digest.text()).contains("odpowiedzi: 2", "Allegro wstrzymało odpowiedź", "/decyzje");
        notifications()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("REPLY_PROBLEMS"))
                .body("items[0].counts.UNKNOWN", equalTo(2));
    }

    @Test
    void troubleThatEndsBeforeItsWarningLeavesIsNotMentioned() {
        // Given
        var other = new SellersMailbox(seller, "druga-" + address);

        // When
        tell(mailbox.wantsAppPassword(), mailbox.recovered(), other.wantsAppPassword());

        // Then
        await().atMost(PATIENCE)
                .until(() -> postOffice.mailsTo("druga-" + address).size() == 1);
        assertThat(postOffice.mailsTo(address)).isEmpty();
        assertThat(postOffice.mailsTo("druga-" + address).getFirst().text()).doesNotContain(" " + address);
    }

    @Test
    void severalMailboxesOfOneSellerAreOneMail() {
        // Given
        var other = new SellersMailbox(seller, "druga-" + address);
        var third = new SellersMailbox(seller, "trzecia-" + address);

        // When
        tell(mailbox.wantsAppPassword(), other.wantsAppPassword(), third.wantsWebLogin());

        // Then
        CaughtMail warning = awaitMails(1).getFirst();
        assertThat(warning.subject()).isEqualTo("Odzew nie może zalogować się do kilku skrzynek (3)");
        assertThat(warning.text()).contains(address, "druga-" + address, "trzecia-" + address);
        assertThat(postOffice.mailsTo("druga-" + address))
                .extracting(mail -> mail.header("Message-ID"))
                .containsExactly(warning.header("Message-ID"));
    }

    @Test
    void aMailIsNotLostWhileTheMailServerIsAway() {
        // Given
        double failedBefore = failedMails();

        // When
        postOffice.closeWhile(() -> {
            tell(mailbox.wantsAppPassword());
            await().atMost(PATIENCE).until(() -> failedMails() > failedBefore);
            await().atMost(PATIENCE).until(() -> given().get("/q/health/well").statusCode() == 503);
            given().get("/q/health/ready").then().statusCode(200);
        });

        // Then
        awaitMails(1);
        await().atMost(PATIENCE).until(() -> given().get("/q/health/well").statusCode() == 200);
    }

    @Test
    void aMailWhoseSenderDiedLeavesAgainUnderTheSameName() {
        // Given
        tell(mailbox.wantsAppPassword());
        CaughtMail first = awaitMails(1).getFirst();
        double repeatedBefore = meters.counter("odzew.mails", "kind", "MAILBOX_WARNING", "outcome", "repeated")
                .count();

        // When
        database.preparedQuery(
                        "update mail set state = 'SENDING', claimed_until = now(), sent_at = null where seller_id = $1")
                .execute(Tuple.of(seller))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(awaitMails(2))
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(first.header("Message-ID"));
        assertThat(meters.counter("odzew.mails", "kind", "MAILBOX_WARNING", "outcome", "repeated")
                        .count())
                .isEqualTo(repeatedBefore + 1);
    }

    @Test
    void aSellerChoosesTheLanguage() throws IOException {
        // Given
        tell(mailbox.connected());
        await().atMost(PATIENCE)
                .until(() -> address.equals(get("/api/v1/contact").path("email")));
        request()
                .body("{\"language\":\"EN\"}")
                .put("/api/v1/contact")
                .then()
                .statusCode(200)
                .body("language", equalTo("EN"));

        // When
        tell(mailbox.wantsWebLogin());

        // Then
        CaughtMail warning = awaitMails(1).getFirst();
        keep(warning, "english-web-login");
        assertThat(warning.subject()).isEqualTo("Odzew cannot sign in to the mailbox " + address);
        assertThat(warning.text())
                .contains("23 November 2026, 18:05")
                .containsSubsequence("https://accounts.google.com/signin/continue", "apppasswords", "wersja-3");
        assertThat(warning.html()).contains("https://accounts.google.com/signin/continue?sarp=1&amp;scc=1");
    }

    @Test
    void aLinkOfTheServersIsShownOnlyIfItLeadsToGoogle() throws IOException {
        // When
        tell(mailbox.refused(
                AuthFailureReason.WEB_LOGIN_REQUIRED,
                "<b>Please</b> log in",
                "https://google.com.example.net/",
                Remedy.values()));

        // Then
        CaughtMail warning = awaitMails(1).getFirst();
        keep(warning, "all-remedies");
        assertThat(warning.html()).contains("&lt;b&gt;Please&lt;/b&gt;").doesNotContain("example.net");
        assertThat(warning.text())
                .contains("https://mail.google.com/mail/?authuser=")
                .contains("Sposób 7");
    }

    @Test
    void aLostAllegroAccountIsToldInTheSellersMailbox() throws IOException {
        // Given
        tell(mailbox.connected());
        await().atMost(PATIENCE)
                .until(() -> address.equals(get("/api/v1/contact").path("email")));

        // When
        tell(allegroRefuses());

        // Then
        CaughtMail warning = awaitMails(1).getFirst();
        keep(warning, "account");
        assertThat(warning.subject()).isEqualTo("Odzew stracił dostęp do konta Allegro anna_sklep");
        assertThat(warning.text()).contains("invalid_grant", "http://localhost:8080/konta-allegro/");
        notifications()
                .body("items[0].kind", equalTo("ALLEGRO_ACCOUNT_AUTH_FAILED"))
                .body("items[0].remedies", contains("LINK_AGAIN"));
    }

    @Test
    void aNotificationIsAcknowledgedByItsOwnerOnly() {
        // Given
        tell(mailbox.wantsAppPassword());
        await().atMost(PATIENCE).until(() -> unread() == 1);
        String id = get("/api/v1/notifications").path("items[0].id");
        String acknowledge = "/api/v1/notifications/" + id + "/acknowledge";

        // When
        var stranger = requestOf("celina").post(acknowledge);
        var owner = request().post(acknowledge);

        // Then
        stranger.then().statusCode(404).contentType("application/problem+json").body("status", equalTo(404));
        owner.then().statusCode(200).body("acknowledgedAt", notNullValue());
        assertThat(unread()).isZero();
    }

    @Test
    void aStreamGoesOnWhereItBroke() throws IOException, InterruptedException {
        // Given
        String token = identityProvider.tokenOf(seller);
        String seen;
        try (var stream = new EventStream(service, token, null)) {
            await().atMost(PATIENCE).until(() -> stream.named("ready").size() == 1);
            tell(mailbox.wantsAppPassword());
            await().atMost(PATIENCE).until(() -> stream.named("notification").size() == 1);
            seen = stream.named("notification").getFirst().id();
        }
        var other = new SellersMailbox(seller, "druga-" + address);
        tell(mailbox.newPasswordSaved(), mailbox.recovered(), other.wantsAppPassword());
        await().atMost(PATIENCE).until(() -> unread() == 2);

        // When
        try (var stream = new EventStream(service, token, seen)) {
            await().atMost(PATIENCE).until(() -> stream.named("notification").size() == 2);
            request().post("/api/v1/notifications/acknowledge").then().statusCode(200);

            // Then
            await().atMost(PATIENCE).until(() -> stream.named("notification").size() == 4);
            await().atMost(PATIENCE).until(() -> stream.received().stream().anyMatch(one -> one.name() == null));
            assertThat(stream.named("notification"))
                    .extracting(one -> Long.parseLong(one.id()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            // Two mailboxes are two keys, so either may come first.
            assertThat(stream.named("notification")).anyMatch(one -> one.data().contains("RECOVERED"));
            assertThat(stream.named("notification").get(3).data()).contains("\"unread\":0");
        }
    }

    @Test
    void aStreamOfSomebodyElseTellsNothingOfThisSeller() throws IOException, InterruptedException {
        // Given
        try (var stranger = new EventStream(service, identityProvider.tokenOf("celina-" + seller), "7")) {
            await().atMost(PATIENCE).until(() -> stranger.named("reset").size() == 1);

            // When
            tell(mailbox.wantsAppPassword());
            await().atMost(PATIENCE).until(() -> unread() == 1);

            // Then
            await().atMost(PATIENCE).until(() -> stranger.received().stream().anyMatch(one -> one.name() == null));
            assertThat(stranger.named("notification")).isEmpty();
        }
    }

    @Test
    void errorsAreProblems() {
        // When
        var anonymous = given().get("/api/v1/notifications");
        var foreign =
                given().auth().oauth2(identityProvider.foreignTokenOf(seller)).get("/api/v1/notifications");
        var language = request().body("{\"language\":\"XX\"}").put("/api/v1/contact");
        var nothing = request().body("{}").put("/api/v1/contact");
        var cursor = request().get("/api/v1/notifications?cursor=nonsense");
        var limit = request().get("/api/v1/notifications?limit=1000");

        // Then
        anonymous.then().statusCode(401).contentType("application/problem+json");
        foreign.then().statusCode(401).contentType("application/problem+json");
        language.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo("language"))
                .body("errors[0].field", equalTo("language"));
        nothing.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("language"));
        cursor.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("cursor"));
        limit.then().statusCode(400).contentType("application/problem+json").body("errors[0].field", equalTo("limit"));
    }

    private CloudEvent linked(AccountId account) {
        var snapshot = new AccountSnapshot(
                account,
                new SellerId(seller),
                1,
                "anna_sklep",
                List.of(new MailAddress(address)),
                AccountStatus.LINKED,
                Instant.now());
        return event(Service.ALLEGRO_GATEWAY, new AccountLinked(snapshot));
    }

    private CloudEvent version3(AccountId account) {
        var target = new TargetSettings(Target.of(account), AutoresponderVersion.VERSION_3, true);
        return event(
                Service.RESPONDER_SERVICE,
                new AutoresponderSettingsChanged(new SellerId(seller), 1, false, List.of(target), Instant.now()));
    }

    private static CloudEvent result(ReplyResult result) {
        return event(Service.MAILBOX_SERVICE, result);
    }

    private static CloudEvent event(Service service, Event data) {
        return new CloudEvent(new EventId(UUID.randomUUID().toString()), service.source(), Instant.now(), data, null);
    }

    /// As if the days had passed.
    private void reminderIsDue() {
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from incident where seller_id = $1 and next_reminder_at is not null")
                                == 1);
        database.preparedQuery("update incident set next_reminder_at = now() where seller_id = $1")
                .execute(Tuple.of(seller))
                .await()
                .atMost(PATIENCE);
    }
}
