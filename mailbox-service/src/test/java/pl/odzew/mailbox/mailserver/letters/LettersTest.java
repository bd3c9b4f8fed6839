package pl.odzew.mailbox.mailserver.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.mailbox.mailserver.post.Letter;

/// The letters are what they say they are.
class LettersTest {

    private static final String ANNA = "anna@gmail.com";
    private static final Buyer JAN = Buyer.jan();

    static Stream<Letter> everyLetter() {
        return Stream.of(
                JAN.writesTo(ANNA, "cub1").plain(),
                JAN.writesTo(ANNA, "cub1").quotedPrintable(),
                JAN.writesTo(ANNA, "cub1").html(),
                JAN.writesTo(ANNA, "cub1").both(),
                Allegro.disputeNotice(ANNA, JAN, "cub1", "Zgubiona paczka"),
                Allegro.disputeNoticeWithoutReplyTo(ANNA, JAN, "Zgubiona paczka"),
                Allegro.parcelNotice(ANNA),
                Others.bank(ANNA),
                Others.friend(ANNA, "Do zobaczenia!"),
                Others.mailingList(ANNA),
                Others.bounce(ANNA, "x@allegromail.pl", "<reply@odzew>"));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void isWrittenAsTheStandardDemands(Letter letter) {
        String text = new String(letter.bytes(), StandardCharsets.UTF_8);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        String header = new String(letter.content().header(), StandardCharsets.UTF_8);
        assertThat(header).isEqualTo(header.replaceAll("[^\\p{ASCII}]", "?"));
        List.of("From", "To", "Subject", "Date", "Message-ID", "Content-Type")
                .forEach(field ->
                        assertThat(letter.content().all(field)).as(field).hasSize(1));
        assertThat(letter.content().text()).isNotBlank();
    }

    @Test
    void comesFromTheMaskedAddressWithTheBuyersWordsFirst() {
        // When
        var letter = JAN.writesTo(ANNA, "cub31c122").saying("Czy jest rozmiar 42?\nDziękuję");

        // Then
        assertThat(letter.plain().content().first("From")).contains("\"Jan K.\" <8awgqyk6a5+cub31c122@allegromail.pl>");
        assertThat(letter.plain().envelopeSender()).isEqualTo("8awgqyk6a5+cub31c122@allegromail.pl");
        for (Letter form : List.of(letter.plain(), letter.quotedPrintable(), letter.both())) {
            assertThat(form.content().text()).startsWith("Czy jest rozmiar 42?\r\nDziękuję\r\n");
        }
        assertThat(letter.html().content().text()).contains("<p>Czy jest rozmiar 42?<br>Dziękuję</p>");
    }

    @Test
    void namesItsTemplateInALinkAndTheMaskedAddressInReplyTo() {
        Letter notice = Allegro.disputeNotice(ANNA, JAN, "cub1", "Zgubiona paczka");
        assertThat(notice.content().first("From")).contains("=?utf-8?q?Allegro?= <powiadomienia@allegro.pl>");
        assertThat(notice.content().first("Reply-To")).contains("8awgqyk6a5+cub1@allegromail.pl");
        assertThat(notice.content().readable("Subject"))
                .isEqualTo("Dyskusja - jan_kowalski zgłosił problem z zamówieniem");
        assertThat(notice.content().text())
                .contains(
                        "utm_medium=Create%20new%20dispute%20seller",
                        "kupujący jan_kowalski właśnie rozpoczął z Tobą dyskusję");
        assertThat(Allegro.disputeNoticeWithoutReplyTo(ANNA, JAN, "x").content().all("Reply-To"))
                .isEmpty();
    }

    @Test
    void bouncesFromNobody() {
        assertThat(Others.bounce(ANNA, "x@allegromail.pl", "<reply@odzew>").envelopeSender())
                .isEmpty();
    }
}
