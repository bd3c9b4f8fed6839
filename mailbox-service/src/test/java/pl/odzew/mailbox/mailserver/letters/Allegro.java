package pl.odzew.mailbox.mailserver.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import pl.odzew.mailbox.mailserver.post.Letter;

/// Allegro's own notices, from `powiadomienia@allegro.pl`: HTML, quoted-printable,
/// in one part, without any header that says "automatic".
public final class Allegro {

    private static final String ADDRESS = "powiadomienia@allegro.pl";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final String DISPUTE = """
            <html><body>
            <p>Cześć, kupujący %1$s właśnie rozpoczął z Tobą dyskusję.</p>
            <p>Dotyczy zakupu z 20.11.2026 %2$s: Kubek ceramiczny niebieski (7712345678)</p>
            <p>Powód</p><p>%3$s</p>
            <p>Jeśli nie wypowiesz się do 27.11.2026 12:00 (CET), włączymy się do rozmowy.</p>
            <p><a href="https://t.allegro.pl/moje-allegro/sprzedaz/dyskusje/%2$s?utm_source=notification&amp;utm_medium=Create%%20new%%20dispute%%20seller">Przejdź do dyskusji</a></p>
            <p><a href="https://t.allegro.pl/uzytkownik/%1$s">%1$s</a> <a href="https://t.allegro.pl/oferta/kubek-ceramiczny-niebieski-7712345678">oferta</a></p>
            </body></html>
            """;
    private static final String PARCEL = """
            <html><body>
            <p>Dostarczyliśmy Twoją paczkę z zamówienia %1$s.</p>
            <p><a href="https://t.allegro.pl/moje-allegro/sprzedaz/zamowienia/%1$s?utm_source=notification&amp;utm_medium=Parcel%%20delivered%%20seller">Zobacz zamówienie</a></p>
            </body></html>
            """;

    private Allegro() {}

    /// Says that a buyer began a dispute, and lets the seller answer to the buyer's masked address.
    public static Letter disputeNotice(String seller, Buyer buyer, String transaction, String reason) {
        return notice(seller, "Dyskusja - " + buyer.login() + " zgłosił problem z zamówieniem")
                .field("Reply-To", buyer.maskedAddress(transaction))
                .quotedPrintable(
                        "text/html", DISPUTE.formatted(buyer.login(), UUID.randomUUID(), BuyersLetter.escaped(reason)))
                .from(ADDRESS);
    }

    /// The same notice as the observed one was: there is nowhere to answer to.
    public static Letter disputeNoticeWithoutReplyTo(String seller, Buyer buyer, String reason) {
        return notice(seller, "Dyskusja - " + buyer.login() + " zgłosił problem z zamówieniem")
                .quotedPrintable(
                        "text/html", DISPUTE.formatted(buyer.login(), UUID.randomUUID(), BuyersLetter.escaped(reason)))
                .from(ADDRESS);
    }

    /// A robot's notice that no buyer wrote.
    public static Letter parcelNotice(String seller) {
        return notice(seller, "Dostarczyliśmy Twoją paczkę z zamówienia")
                .quotedPrintable("text/html", PARCEL.formatted(UUID.randomUUID()))
                .from(ADDRESS);
    }

    private static LetterText notice(String seller, String subject) {
        Instant now = Instant.now();
        return new LetterText()
                .field("From", "=?utf-8?q?Allegro?= <" + ADDRESS + ">")
                .field("To", seller)
                .field("Subject", subject)
                .field(
                        "Message-ID",
                        "<notificationstwo." + STAMP.format(now) + "." + UUID.randomUUID() + "@allegro.pl>")
                .field("Feedback-ID", "TRANSACTIONAL:blueprint-" + UUID.randomUUID() + ":allegro")
                .date(now);
    }
}
