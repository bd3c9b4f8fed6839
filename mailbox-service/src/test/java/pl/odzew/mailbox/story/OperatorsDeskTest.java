package pl.odzew.mailbox.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.letters.LetterText;

/// What those see who run the installation, and nobody else.
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@QuarkusTestResource(GmailForTests.class)
class OperatorsDeskTest {

    private static final String DESK = "/api/v1/operator/mailbox-service";

    @ConfigProperty(name = GmailForTests.FOLDER)
    Path folder;

    @ConfigProperty(name = GmailForTests.IMAP_PORT)
    int imapPort;

    @ConfigProperty(name = GmailForTests.SMTP_PORT)
    int smtpPort;

    @ParameterizedTest
    @ValueSource(strings = {"/leases", "/unknown-mails"})
    void sellersAndStrangersSeeNothing(String what) {
        given().get(DESK + what).then().statusCode(401);
        given().auth().oauth2(SellersToken.of("anna")).get(DESK + what).then().statusCode(403);
        operator(what).then().statusCode(200);
    }

    @Test
    void theLeasesShowThisReplica() {
        operator("/leases").then().body("replicas", hasSize(1)).body("waiting", equalTo(0));
    }

    @Test
    void anUnknownMailOfAllegrosIsShownWithoutWhatItSays() {
        // Given
        String seller = "desk-" + UUID.randomUUID();
        String address = seller + "@gmail.com";
        try (MailServer gmail =
                MailServer.start(MailServer.Options.keptIn(folder).withPorts(imapPort, smtpPort))) {
            gmail.account(address, "abcdefghijklmnop");
            given().auth()
                    .oauth2(SellersToken.of(seller))
                    .contentType(ContentType.JSON)
                    .body(Map.of("address", address, "password", "abcdefghijklmnop", "provider", "GMAIL"))
                    .post("/api/v1/mailboxes")
                    .then()
                    .statusCode(201);

            // When
            gmail.deliver(
                    address,
                    new LetterText()
                            .address("From", "Allegro", "powiadomienia@allegro.pl")
                            .field("To", address)
                            .field("Subject", "Rozmowa z Kowalska89 o chorobie")
                            .date(Instant.now())
                            .eightBit("text/plain", "Kowalska89 pisze o chorobie.")
                            .from("powiadomienia@allegro.pl"));

            // Then
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                List<String> subjects = operator("/unknown-mails").path("items.subject");
                assertThat(subjects).contains("xxxxxxx z xxxxxxxx99 o xxxxxxxx");
            });
            assertThat(operator("/unknown-mails").asString()).doesNotContain("Kowalska", "chorob", seller);
        }
    }

    private static Response operator(String what) {
        return given().auth().oauth2(SellersToken.ofOperator()).get(DESK + what);
    }
}
