package pl.odzew.mailbox.mailserver.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Letter;

/// A buyer's mail in the making. It comes from the masked address, with the buyer's words before Allegro's own.
public final class BuyersLetter {

    private final Buyer buyer;
    private final String seller;
    private final String transaction;
    private String subject = "Pytanie o zamówienie";
    private String words = "Dzień dobry, kiedy zostanie wysłana paczka?";
    private String messageId = "<" + UUID.randomUUID() + "@allegromail.pl>";
    private Instant date = Instant.now();
    private @Nullable String answered;

    BuyersLetter(Buyer buyer, String seller, String transaction) {
        this.buyer = buyer;
        this.seller = seller;
        this.transaction = transaction;
    }

    public BuyersLetter about(String newSubject) {
        subject = newSubject;
        return this;
    }

    public BuyersLetter saying(String newWords) {
        words = newWords;
        return this;
    }

    /// @param newMessageId with its angle brackets
    public BuyersLetter withMessageId(String newMessageId) {
        messageId = newMessageId;
        return this;
    }

    public BuyersLetter at(Instant newDate) {
        date = newDate;
        return this;
    }

    /// @param earlier the Message-ID of the mail that this one answers, with its angle brackets
    public BuyersLetter answering(String earlier) {
        answered = earlier;
        return this;
    }

    public String messageId() {
        return messageId;
    }

    /// As plain text with the bytes as they are.
    public Letter plain() {
        return header().eightBit("text/plain", words + "\n" + footer()).from(sender());
    }

    public Letter quotedPrintable() {
        return header().quotedPrintable("text/plain", words + "\n" + footer()).from(sender());
    }

    /// As HTML alone.
    public Letter html() {
        return header().base64("text/html", htmlBody()).from(sender());
    }

    /// As text and HTML, one beside the other.
    public Letter both() {
        String boundary = "=_" + UUID.randomUUID();
        String parts =
                """
                --%1$s
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                %2$s
                --%1$s
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                %3$s
                --%1$s--
                """.formatted(boundary, LetterText.quoted(words + "\n" + footer()), LetterText.quoted(htmlBody()));
        return header().multipart("multipart/alternative; boundary=\"" + boundary + "\"", parts)
                .from(sender());
    }

    private String sender() {
        return buyer.maskedAddress(transaction);
    }

    private LetterText header() {
        LetterText text = new LetterText()
                .address("From", buyer.name(), sender())
                .field("To", seller)
                .field("Subject", subject)
                .field("Message-ID", messageId)
                .date(date);
        return answered == null ? text : text.field("In-Reply-To", answered).field("References", answered);
    }

    private String footer() {
        return """

                --
                Wiadomość od kupującego %s wysłana przez Allegro.
                Zamówienie %s: https://t.allegro.pl/uzytkownik/%s?utm_source=notification&utm_medium=Message%%20from%%20buyer
                """.formatted(buyer.login(), transaction, buyer.login());
    }

    private String htmlBody() {
        return """
                <html><body><p>%s</p><hr>
                <p>Wiadomość od kupującego %s wysłana przez Allegro.</p>
                <p><a href="https://t.allegro.pl/uzytkownik/%s?utm_source=notification&amp;utm_medium=Message%%20from%%20buyer">%s</a></p>
                </body></html>
                """.formatted(escaped(words), buyer.login(), buyer.login(), buyer.login());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
