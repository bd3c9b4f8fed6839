package pl.odzew.mailbox.sending.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.mailbox.mailserver.post.Rfc5322;
import pl.odzew.mailbox.sending.OutgoingMail;

class MailTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pytanie\r\nBcc: everybody@example.com",
                "Pytanie\nBcc: everybody@example.com",
                "Pytanie\r\n\r\nBcc: everybody@example.com",
                "Pytanie\u2028Bcc: everybody@example.com",
                "Łańcuch\r\nBcc: everybody@example.com",
                "=?utf-8?q?Pytanie=0D=0ABcc:_everybody@example.com?="
            })
    void noFieldIsSmuggledInThroughTheSubject(String subject) {
        // When
        Rfc5322 mail = read(MailText.of(mail(subject, "<a@b>", List.of())));

        // Then
        assertThat(mail.all("Bcc")).isEmpty();
        assertThat(mail.all("Subject")).hasSize(1);
        assertThat(mail.text()).isEqualToIgnoringNewLines("Dzień dobry\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@b>\r\nBcc: x@example.com", "<a b@c>", "a@b", "<a@b> <c@d>", "<>", "<a@ł>"})
    void whatIsNoIdIsLeftOut(String id) {
        // When
        Rfc5322 mail = read(MailText.of(mail("Pytanie", id, List.of(id, "<good@b>"))));

        // Then
        assertThat(mail.all("Bcc")).isEmpty();
        assertThat(mail.all("In-Reply-To")).isEmpty();
        assertThat(mail.all("References")).containsExactly("<good@b>");
    }

    @Test
    void anOwnIdThatIsNoneIsAMistakeOfOurs() {
        OutgoingMail mail = mail("Pytanie", null, List.of());
        OutgoingMail wrong = new OutgoingMail(
                mail.replyId(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.text(),
                "<a@b>\r\nBcc: x@example.com",
                null,
                List.of(),
                mail.date());
        assertThatThrownBy(() -> MailText.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongThreadKeepsItsFirstAndItsLastIds() {
        // Given
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            references.add("<message.number." + i + "@allegromail.pl>");
        }

        // When
        String text = MailText.of(mail("Pytanie", references.getLast(), references));

        // Then
        assertThat(read(text).first("References").orElseThrow())
                .startsWith("<message.number.0@allegromail.pl> <message.number.180@allegromail.pl>")
                .endsWith("<message.number.199@allegromail.pl>");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(998));
    }

    @Test
    void aLongForeignSubjectIsFoldedIntoEncodedWords() {
        // Given
        String subject = "Auto: zażółć gęślą jaźń ".repeat(10).strip();

        // When
        String text = MailText.of(mail(subject, null, List.of()));

        // Then
        assertThat(text).matches(c -> US_ASCII.newEncoder().canEncode(c));
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(read(text).readable("Subject")).isEqualTo(subject);
    }

    @Test
    void whateverEndsALineInTheTextEndsItProperly() {
        // Given
        OutgoingMail mail = mail("Pytanie", null, List.of());
        OutgoingMail mixed = new OutgoingMail(
                mail.replyId(),
                mail.from(),
                mail.to(),
                mail.subject(),
                "one\ntwo\rthree\r\n.four ",
                mail.messageId(),
                null,
                List.of(),
                mail.date());

        // When
        String text = MailText.of(mixed);

        // Then
        assertThat(text).doesNotContainPattern("[^\r]\n").doesNotContainPattern("\r[^\n]");
        assertThat(read(text).text()).isEqualToIgnoringNewLines("one\ntwo\nthree\n.four\n");
    }

    @Test
    void filesComeWithTheirNamesWhateverTheyAre() throws MessagingException, IOException {
        // Given
        OutgoingMail plain = mail("Pytanie", null, List.of());
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, 0};
        OutgoingMail mail = new OutgoingMail(
                plain.replyId(),
                plain.from(),
                plain.to(),
                plain.subject(),
                plain.text(),
                plain.messageId(),
                null,
                List.of(),
                plain.date(),
                List.of(
                        new OutgoingMail.File("tabela rozmiarów.png", "image/png", picture),
                        new OutgoingMail.File("x\"\r\nX-Evil: 1.pdf", "text/html\r\nX-Evil: 1", new byte[3])));

        // When
        String text = MailText.of(mail);

        // Then
        MimeMessage read = new MimeMessage((Session) null, new ByteArrayInputStream(text.getBytes(US_ASCII)));
        MimeMultipart parts = (MimeMultipart) read.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContent()).asString().startsWith("Dzień dobry");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("image/png");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("tabela rozmiarów.png");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(picture);
        assertThat(parts.getBodyPart(2).getContentType()).startsWith("application/octet-stream");
        assertThat(parts.getBodyPart(2).getHeader("X-Evil")).isNull();
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    private static Rfc5322 read(String text) {
        return new Rfc5322(text.getBytes(US_ASCII));
    }

    private static OutgoingMail mail(String subject, String inReplyTo, List<String> references) {
        return new OutgoingMail(
                ReplyId.random(),
                new MailAddress("anna@gmail.com"),
                new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"),
                subject,
                "Dzień dobry",
                "<odzew.1@odzew.pl>",
                inReplyTo,
                references,
                Instant.parse("2026-11-23T17:00:00Z"));
    }
}
