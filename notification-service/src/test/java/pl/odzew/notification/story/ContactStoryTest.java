package pl.odzew.notification.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.notification.catcher.CaughtMail;

@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class ContactStoryTest extends Story {

    private static final Pattern LINK = Pattern.compile("http://localhost:8084(/links/[a-z]+\\?token=[\\w-]+)");

    @Test
    void anAddressCountsOnceItsReaderHasSaidSo() throws IOException {
        // Given
        tell(mailbox.connected());
        String office = "biuro-" + address;
        request()
                .body("{\"email\":\"" + office + "\"}")
                .post("/api/v1/contact/addresses")
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"));
        await().atMost(PATIENCE).until(() -> postOffice.mailsTo(office).size() == 1);
        CaughtMail question = postOffice.mailsTo(office).getFirst();
        keep(question, "verify-address");
        String link = linkIn(question);
        given().get(link).then().statusCode(200).body(containsString("Potwierdź adres"));
        get("/api/v1/contact").then().body("addresses[0].status", equalTo("PENDING"));

        // When
        given().post(link).then().statusCode(200).body(containsString(office));

        // Then
        get("/api/v1/contact").then().body("email", equalTo(office)).body("addresses[0].status", equalTo("VERIFIED"));
        tell(mailbox.wantsAppPassword());
        await().atMost(PATIENCE).until(() -> postOffice.mailsTo(office).size() == 2);
        assertThat(postOffice.mailsTo(address)).isEmpty();
        get("/api/v1/audit/notification-service")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("contact.address-verified"))
                .body("items.actor", hasItem("mailed link"))
                .body("items.actor", hasItem(seller));
    }

    @Test
    void aLinkServesItsOwnPurposeAlone() {
        // Given
        String office = "biuro-" + address;
        request().body("{\"email\":\"" + office + "\"}").post("/api/v1/contact/addresses");
        await().atMost(PATIENCE).until(() -> postOffice.mailsTo(office).size() == 1);
        String link = linkIn(postOffice.mailsTo(office).getFirst());

        // When
        var otherPurpose = given().post(link.replace("verify", "unsubscribe"));
        var cut = given().post(link.substring(0, link.length() - 4));
        var none = given().get("/links/verify");

        // Then
        otherPurpose.then().statusCode(410);
        cut.then().statusCode(410);
        none.then().statusCode(410).body(containsString("Ten link już nie działa"));
        get("/api/v1/contact").then().body("email", nullValue()).body("reminders", equalTo(true));
        assertThat(link).doesNotContain(seller);
    }

    @Test
    void anAddressIsNobodyElsesBusiness() {
        // Given
        String office = "biuro-" + address;
        String id = request()
                .body("{\"email\":\"" + office + "\"}")
                .post("/api/v1/contact/addresses")
                .path("id");

        // When
        var again = request()
                .body("{\"email\":\"" + office.toUpperCase(java.util.Locale.ROOT) + "\"}")
                .post("/api/v1/contact/addresses");
        var tooSoon = request().post("/api/v1/contact/addresses/" + id + "/verification");
        var stranger = requestOf("celina").delete("/api/v1/contact/addresses/" + id);
        var nonsense = request().body("{\"email\":\"nobody\"}").post("/api/v1/contact/addresses");
        var owner = request().delete("/api/v1/contact/addresses/" + id);

        // Then
        again.then().statusCode(409).contentType("application/problem+json");
        tooSoon.then().statusCode(429).contentType("application/problem+json");
        stranger.then().statusCode(404).contentType("application/problem+json");
        nonsense.then().statusCode(400).body("field", equalTo("email"));
        owner.then().statusCode(204);
    }

    private static String linkIn(CaughtMail mail) {
        Matcher matcher = LINK.matcher(mail.text());
        assertThat(matcher.find()).as("a link in " + mail.subject()).isTrue();
        return matcher.group(1);
    }
}
