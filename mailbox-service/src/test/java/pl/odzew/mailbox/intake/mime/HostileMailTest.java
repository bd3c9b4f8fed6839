package pl.odzew.mailbox.intake.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.mailbox.intake.Reading;

/// Whatever arrives, the next mail does not wait for it.
class HostileMailTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aHeaderOfAHundredThousandLinesIsNotRead() {
        assertUnreadable("X-Filler: x\r\n".repeat(100_000) + "\r\nwords");
    }

    @Test
    void anEndlessFieldIsNotRead() {
        assertUnreadable("Subject: " + "x".repeat(200_000) + "\r\n\r\nwords");
        assertUnreadable("Subject: x" + "\r\n x".repeat(100_000) + "\r\n\r\nwords");
    }

    @Test
    void partsWithinPartsEndSomewhere() {
        // Given
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b");
            mail.append(i).append("\r\n");
        }

        // Then
        assertUnreadable(mail.toString());
    }

    @Test
    void mailsWithinMailsEndSomewhere() {
        assertUnreadable("Content-Type: message/rfc822\r\n\r\n".repeat(2_000));
    }

    @Test
    void manyPartsAreTooMany() {
        assertUnreadable("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(10_000));
    }

    @Test
    void deepHtmlIsRead() {
        // Given
        String mail = SampleMails.text("notice-with-masked-reply-address");
        String deep = mail + "<div><blockquote>".repeat(50_000) + "deep";

        // Then
        assertTimeout(SOON, () -> assertThat(read(deep)).isInstanceOf(Reading.BuyersMail.class));
    }

    @Test
    void aVeryLongMessageIsCut() {
        // Given
        String mail = SampleMails.text("buyer-answers-below-the-quote") + "Bardzo długo. ".repeat(20_000);

        // When
        Reading reading = read(mail);

        // Then
        assertThat(reading).isInstanceOfSatisfying(Reading.BuyersMail.class, buyers -> {
            assertThat(buyers.text().cut()).isTrue();
            assertThat(buyers.text().value().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MessageText.MAX_BYTES);
        });
    }

    @Test
    void linesThatMakePatternsSlowDoNot() {
        // Given
        String nasty = "On " + "a wrote ".repeat(100) + "\r\n" + "W dniu " + "napisał ".repeat(90) + "\r\n";
        String mail = SampleMails.text("buyer-answers-below-the-quote") + nasty.repeat(2_000)
                + "https://allegro.pl/oferta/" + "1-".repeat(100_000);

        // Then
        assertTimeout(SOON, () -> assertThat(read(mail)).isInstanceOf(Reading.BuyersMail.class));
    }

    @Test
    void everyPieceOfAMailIsSomeMail() {
        byte[] mail = SampleMails.bytes("bounce-of-our-reply");
        for (int length = 0; length < mail.length; length += 7) {
            assertThat(SampleMails.read(Arrays.copyOf(mail, length), SampleMails.ANNA))
                    .isNotNull();
        }
    }

    @Test
    void bytesThatAreNoMailAreAnOutcome() {
        // Given
        Random random = new Random(42);
        byte[] mail = SampleMails.bytes("buyer-with-text-html-and-attachment");

        for (int i = 0; i < 500; i++) {
            // When
            byte[] damaged = mail.clone();
            for (int j = 0; j < 20; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            // Then
            assertThat(SampleMails.read(damaged, SampleMails.ANNA)).isNotNull();
        }
    }

    private static void assertUnreadable(String mail) {
        assertTimeout(SOON, () -> assertThat(read(mail)).isInstanceOf(Reading.Unreadable.class));
    }

    private static Reading read(String mail) {
        return SampleMails.read(mail.getBytes(UTF_8), SampleMails.ANNA);
    }
}
