package pl.odzew.mailbox.intake.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.Reading;

class BuyerIntakeTest {

    @Test
    void aMailFromAMaskedAddressIsABuyers() {
        // When
        Reading.BuyersMail mail = buyers("buyer-from-masked-address");

        // Then
        assertThat(mail.buyer()).isEqualTo(new Buyer("jan_kowalski", "8awgqyk6a5"));
        assertThat(mail.route())
                .isEqualTo(new ReplyRoute.Mail(
                        new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"),
                        "<question-1@allegromail.pl>",
                        List.of(),
                        SampleMails.RECEIVED,
                        "77"));
        assertThat(mail.subject()).isEqualTo("Pytanie o łańcuch");
        assertThat(mail.text().value())
                .startsWith("Dzień dobry, czy ten łańcuch pasuje")
                .endsWith("lancuch-rowerowy-116-ogniw-12345678901");
        assertThat(mail.offerId()).isEqualTo("12345678901");
        assertThat(mail.orderId()).isEqualTo("29738e61-7f6a-11e8-ac45-09db60ede9d6");
        assertThat(mail.receivedAt()).isEqualTo(SampleMails.RECEIVED);
        assertThat(mail.facts().addressedToMailbox()).isTrue();
        assertThat(mail.facts().autoSubmitted()).isNull();
    }

    @Test
    void anAnswerCarriesItsThreadAndOnlyItsOwnWords() {
        // When
        Reading.BuyersMail mail = buyers("buyer-answers-our-reply");

        // Then
        assertThat(mail.text().value()).isEqualTo("Dziękuję, czekam.");
        assertThat(mail.route().references())
                .containsExactly(
                        "<question-1@allegromail.pl>", "<odzew.0a1b2c3d-1111-4222-8333-444455556666@gmail.com>");
        assertThat(mail.conversationId())
                .isEqualTo(buyers("buyer-from-masked-address").conversationId());
    }

    @ParameterizedTest
    @CsvSource({
        "buyer-html-only-quoted-printable, Dzień dobry;gdzie jest moja paczka?",
        "buyer-answers-below-the-quote, A kiedy?",
        "buyer-declares-ascii-and-writes-windows-1250, Zażółć gęślą jaźń.",
        "buyer-in-a-charset-that-nobody-knows, Zażółć gęślą jaźń.",
        "buyer-with-text-html-and-attachment, Zażółć"
    })
    void theWordsAreReadHoweverTheyAreWritten(String sample, String words) {
        assertThat(buyers(sample).text().value().replace(",\n", ";")).isEqualTo(words);
    }

    @Test
    void aBuyersOutOfOfficeIsABuyersMailWithItsFacts() {
        // When
        MailFacts facts = buyers("buyer-out-of-office").facts();

        // Then
        assertThat(facts)
                .isEqualTo(new MailFacts(
                        "auto-replied (vacation)",
                        "bulk",
                        List.of("List-Unsubscribe"),
                        List.of("DR", "AutoReply"),
                        true,
                        false,
                        true,
                        "8awgqyk6a5+cub31c122@allegromail.pl"));
    }

    @Test
    void dotsAndPlusesMeanNothingInAGmailAddress() {
        assertThat(buyers("buyer-to-an-alias").facts().addressedToMailbox()).isTrue();
    }

    @Test
    void aSignatureOfAllegrosParentDomainVouchesForTheMaskedOne() {
        assertThat(buyers("buyer-of-the-old-masked-domain").buyer()).isEqualTo(new Buyer(null, "n5z9ungq4v"));
    }

    @Test
    void aNoticeWithAMaskedReplyAddressIsAnsweredThere() {
        // When
        Reading.BuyersMail mail = buyers("notice-with-masked-reply-address");

        // Then
        assertThat(mail.buyer()).isEqualTo(new Buyer("klient:1", "8awgqyk6a5"));
        assertThat(mail.route().to()).isEqualTo(new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"));
        assertThat(mail.facts().sender()).isEqualTo("powiadomienia@allegro.pl");
        assertThat(mail.conversationId())
                .isEqualTo(buyers("buyer-from-masked-address").conversationId());
    }

    @Test
    void aNoticeWithoutAReplyAddressHasNoRoute() {
        // When
        Reading.BuyersMail mail = buyers("notice-without-reply-address");

        // Then
        assertThat(mail.route()).isNull();
        assertThat(mail.buyer()).isEqualTo(new Buyer("jan_kowalski", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice-of-a-dispute", "courier-robot-under-the-masked-domain"})
    void whatElseAllegroSendsIsCountedAndNotAnswered(String sample) {
        assertThat(SampleMails.read(sample)).isInstanceOf(Reading.UnknownAllegroMail.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan K. kupił Twój przedmiot",
                "Zapłacono za zamówienie",
                "Twoja przesyłka jest w drodze",
                "Faktura za listopad"
            })
    void ordinaryNoticesAreCountedApart(String subject) {
        assertThat(SampleMails.read(notice(subject), SampleMails.ANNA)).isEqualTo(new Reading.AllegroNotice());
    }

    @Test
    void anUnknownMailShowsTheOperatorItsTemplateAndNobodysWords() {
        // When
        Reading reading = SampleMails.read(notice("Rozmowa z kupującym Kowalska89 o chorobie"), SampleMails.ANNA);

        // Then
        assertThat(reading).isInstanceOfSatisfying(Reading.UnknownAllegroMail.class, unknown -> {
            assertThat(unknown.looks().sender()).isEqualTo("powiadomienia@allegro.pl");
            assertThat(unknown.looks().subject()).isEqualTo("xxxxxxx z xxxxxxxxx xxxxxxxx99 o xxxxxxxx");
            assertThat(unknown.looks().headers()).contains("Subject", "From");
            assertThat(unknown.looks().toString())
                    .doesNotContain("Kowalska", "chorob", "89")
                    .doesNotContain("anna@gmail.com");
        });
    }

    private static byte[] notice(String subject) {
        String sample = SampleMails.text("notice-of-a-dispute");
        String encoded = "Subject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=";
        return sample.replaceFirst("(?m)^Subject: .*(\\r\\n[ \\t].*)*", Matcher.quoteReplacement(encoded))
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forged-results-below-the-real-ones",
                "forged-by-display-name",
                "forged-by-two-senders",
                "forged-by-two-from-fields",
                "no-results-at-all",
                "bank-statement",
                "mailing-list",
                "bounce-of-a-persons-mail",
                "delay-of-our-reply",
                "our-reply-forwarded-by-a-friend"
            })
    void everythingElseIsPrivate(String sample) {
        assertThat(SampleMails.read(sample)).isEqualTo(new Reading.Private());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-of-our-reply", "bounce-of-our-reply-with-another-message-id"})
    void aReturnedReplyIsRecognisedWhoeverSendsItBack(String sample) {
        assertThat(SampleMails.read(sample))
                .isEqualTo(new Reading.Bounce(List.of("<odzew.0a1b2c3d-1111-4222-8333-444455556666@gmail.com>")));
    }

    @ParameterizedTest
    @EnumSource(
            value = MailProvider.class,
            names = {"WP", "O2", "ONET", "INTERIA"})
    void googlesVerdictCountsAtGmailOnly(MailProvider provider) {
        assertThat(SampleMails.read(SampleMails.bytes("buyer-from-masked-address"), SampleMails.anna(provider)))
                .isEqualTo(new Reading.Private());
    }

    @Test
    void anUnknownHostsOwnVerdictIsTheTopmost() {
        assertThat(SampleMails.read(
                        SampleMails.bytes("buyer-from-masked-address"), SampleMails.anna(MailProvider.OTHER)))
                .isInstanceOf(Reading.BuyersMail.class);
        assertThat(SampleMails.read(
                        SampleMails.bytes("forged-results-below-the-real-ones"), SampleMails.anna(MailProvider.OTHER)))
                .isEqualTo(new Reading.Private());
    }

    @Test
    void theIdsAreTheSameWheneverTheMailIsRead() {
        // Given
        byte[] mail = SampleMails.bytes("buyer-from-masked-address");
        Intake.Recipient again = new Intake.Recipient(
                pl.odzew.events.MailboxId.random(),
                SampleMails.ANNA.sellerId(),
                new MailAddress("Anna@Gmail.com"),
                MailProvider.GMAIL);
        Intake.Recipient bartek = new Intake.Recipient(
                SampleMails.ANNA.mailboxId(), new SellerId("bartek"), SampleMails.ANNA.address(), MailProvider.GMAIL);

        // When
        Reading.BuyersMail first = (Reading.BuyersMail) SampleMails.read(mail, SampleMails.ANNA);
        Reading.BuyersMail second = (Reading.BuyersMail) SampleMails.read(mail, again);
        Reading.BuyersMail other = (Reading.BuyersMail) SampleMails.read(mail, bartek);

        // Then
        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(second.conversationId()).isEqualTo(first.conversationId());
        assertThat(other.eventId()).isNotEqualTo(first.eventId());
        assertThat(other.conversationId()).isNotEqualTo(first.conversationId());
        // A change of these values would answer every mail of the last days once more.
        assertThat(first.eventId().value()).isEqualTo("flJKAvmE9dTAqAIGhP9WlTSw_1bDgRJY0eVO0jpTONk");
        assertThat(first.conversationId().value()).isEqualTo("D_SpaUAZqJM5nPdbF9zLr7WJIJ5GpFsXCa5I-YJOdsg");
    }

    @Test
    void withoutGmailsIdTheContentTellsMailsApart() {
        // Given
        String mail = SampleMails.text("buyer-from-masked-address");

        // When
        Reading.BuyersMail first = withoutGmailId(mail);
        Reading.BuyersMail withAnotherTop = withoutGmailId("X-Spam-Score: 1\r\n" + mail);
        Reading.BuyersMail withOtherWords = withoutGmailId(mail.replace("czy ten", "czy tamten"));

        // Then
        assertThat(withAnotherTop.eventId()).isEqualTo(first.eventId());
        assertThat(withOtherWords.eventId()).isNotEqualTo(first.eventId());
        assertThat(first.eventId().value()).isEqualTo("4MQv4h_WU7jPOsauc954gAzEAi5DtozdmZtCq_0CxyU");
    }

    private static Reading.BuyersMail withoutGmailId(String mail) {
        return (Reading.BuyersMail) SampleMails.readWithoutGmailId(mail.getBytes(UTF_8), SampleMails.ANNA);
    }

    private static Reading.BuyersMail buyers(String sample) {
        Reading reading = SampleMails.read(sample);
        assertThat(reading).isInstanceOf(Reading.BuyersMail.class);
        return (Reading.BuyersMail) reading;
    }
}
