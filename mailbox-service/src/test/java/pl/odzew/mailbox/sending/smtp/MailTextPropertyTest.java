package pl.odzew.mailbox.sending.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.mailbox.sending.OutgoingMail;

/// No words of a buyer's or a seller's become a field of the mail or a line of the dialogue.
class MailTextPropertyTest {

    private static final List<String> FIELDS = List.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "auto-submitted",
            "x-auto-response-suppress",
            "precedence",
            "x-odzew-reply",
            "mime-version",
            "content-type",
            "content-transfer-encoding");

    @Property(tries = 500)
    void noFieldIsSmuggledIn(
            @ForAll("hostile") String subject, @ForAll("hostile") String text, @ForAll("hostile") String id) {
        // When
        String mail = MailText.of(mail(subject, text, id));

        // Then
        String header = mail.substring(0, mail.indexOf("\r\n\r\n") + 2);
        assertThat(header.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(header.split("\r\n(?![ \t])"))
                .allSatisfy(field -> assertThat(FIELDS)
                        .contains(field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT)));
        assertThat(header.split("\r\n(?![ \t])")).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(FIELDS.size());
        assertThat(mail.chars()).allMatch(c -> c == '\r' || c == '\n' || c == '\t' || c >= ' ' && c < 127);
        assertThat(mail.lines()).allMatch(line -> line.length() <= 998);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.of(
                        "\r\n",
                        "\n",
                        "\r",
                        "\u2028",
                        "\u0000",
                        "\u0085",
                        "\r\n.\r\n",
                        "\nBcc: everybody@example.org",
                        "=?utf-8?Q?=0D=0ABcc:_a@example.org?=",
                        "<a@b>\r\nX-Evil: 1",
                        "<ok@example.org>",
                        "zażółć gęślą jaźń",
                        "\uD83D\uDE00"),
                Arbitraries.strings().ofMaxLength(30));
        return piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
    }

    private static OutgoingMail mail(String subject, String text, String id) {
        return new OutgoingMail(
                ReplyId.random(),
                new MailAddress("anna@gmail.com"),
                new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"),
                subject,
                text,
                "<odzew.1@gmail.com>",
                id,
                List.of("<root@allegromail.pl>", id),
                Instant.parse("2026-11-23T12:00:00Z"));
    }
}
