package pl.odzew.mailbox.mailserver.letters;

import java.time.Instant;
import java.util.UUID;
import pl.odzew.mailbox.mailserver.post.Letter;

/// Everybody else who writes to a seller, and must get no answer from us.
public final class Others {

    private Others() {}

    /// A private mail, of which nothing may be seen outside the mailbox.
    public static Letter bank(String seller) {
        return header("Bank Przykładowy", "powiadomienia@bank.example", seller, "Wyciąg z rachunku za październik")
                .base64("text/plain", "Dzień dobry,\n\nsaldo Twojego rachunku wynosi 12 345,67 zł.\n")
                .from("powiadomienia@bank.example");
    }

    public static Letter friend(String seller, String words) {
        return header("Kasia", "kasia@example.com", seller, "Sobota")
                .eightBit("text/plain", words)
                .from("kasia@example.com");
    }

    /// A mailing list's mail, with the headers of RFC 2369 and RFC 2919.
    public static Letter mailingList(String seller) {
        return header("Sprzedawcy", "sprzedawcy@lists.example.org", seller, "[sprzedawcy] Nowe opłaty")
                .field("List-Id", "Sprzedawcy <sprzedawcy.lists.example.org>")
                .field("List-Unsubscribe", "<mailto:sprzedawcy-leave@lists.example.org>")
                .field("List-Post", "<mailto:sprzedawcy@lists.example.org>")
                .field("Precedence", "list")
                .quotedPrintable("text/plain", "Czy ktoś wie, jak liczyć nowe opłaty?\n")
                .from("sprzedawcy-bounces@lists.example.org");
    }

    /// What comes back for a mail of ours that could not be delivered (RFC 3464), as Gmail words it.
    ///
    /// @param failed whom it was for
    /// @param messageId of the mail that comes back, with its angle brackets
    public static Letter bounce(String seller, String failed, String messageId) {
        String boundary = "=_" + UUID.randomUUID();
        String parts = """
                --%1$s
                Content-Type: text/plain; charset=UTF-8

                ** Address not found **

                Your message wasn't delivered to %2$s because the address couldn't be found.

                --%1$s
                Content-Type: message/delivery-status

                Reporting-MTA: dns; googlemail.com

                Final-Recipient: rfc822; %2$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.

                --%1$s
                Content-Type: message/rfc822

                From: <%3$s>
                To: <%2$s>
                Message-ID: %4$s
                Subject: Re: Pytanie

                --%1$s--
                """.formatted(boundary, failed, seller, messageId);
        return header(
                        "Mail Delivery Subsystem",
                        "mailer-daemon@googlemail.com",
                        seller,
                        "Delivery Status Notification (Failure)")
                .field("Auto-Submitted", "auto-replied")
                .field("X-Failed-Recipients", failed)
                .field("In-Reply-To", messageId)
                .field("References", messageId)
                .multipart("multipart/report; boundary=\"" + boundary + "\"; report-type=delivery-status", parts)
                .from("");
    }

    private static LetterText header(String name, String address, String seller, String subject) {
        return new LetterText()
                .address("From", name, address)
                .field("To", seller)
                .field("Subject", subject)
                .field("Message-ID", "<" + UUID.randomUUID() + address.substring(address.indexOf('@')) + ">")
                .date(Instant.now());
    }
}
