package pl.odzew.mailbox.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;

/// The ids that are the same whenever the same mail is read: after a reconnection, a new UIDVALIDITY, or when
/// the account is connected a second time.
///
/// Digests, so that they tell nothing of who wrote to whom. What goes into them must never change.
final class MailIdentity {

    private MailIdentity() {}

    /// By Gmail's own id of the mail; elsewhere by its Message-ID, its date and its content.
    static EventId event(RawMail raw, ParsedMail mail, Intake.Recipient recipient) {
        String gmail = raw.gmailMessageId();
        return new EventId(
                gmail != null
                        ? digest(account(recipient, "event-by-gmail-id", gmail))
                        : digest(account(
                                recipient,
                                "event-by-content",
                                mail.headers().first("Message-ID").orElse("").strip(),
                                mail.headers().first("Date").orElse("").strip(),
                                base64(sha256(mail.body())))));
    }

    /// Of a person's answer to one buyer; a mail to two buyers is two answers.
    static EventId answer(RawMail raw, ParsedMail mail, String masked, Intake.Recipient recipient) {
        String id = raw.gmailMessageId();
        return new EventId(digest(account(
                recipient,
                "answer-by-person",
                id != null ? id : mail.headers().first("Message-ID").orElse("").strip(),
                id != null ? "" : mail.headers().first("Date").orElse("").strip(),
                masked)));
    }

    /// The conversation with whoever has this masked address.
    static ConversationId conversation(String masked, Intake.Recipient recipient) {
        return new ConversationId(digest(account(recipient, "conversation-by-masked-address", masked)));
    }

    /// By what Allegro gives a buyer for ever; without it by the thread, and at last by the mail that began it.
    static ConversationId conversation(
            EventId event, ParsedMail mail, BuyerRecogniser.Recognition.FromBuyer from, Intake.Recipient recipient) {
        String masked = from.buyer().maskedLocalPart();
        String thread = from.threadId();
        if (masked != null) {
            return conversation(masked, recipient);
        }
        if (thread != null) {
            return new ConversationId(digest(account(recipient, "conversation-by-thread", thread)));
        }
        String root = Stream.of("References", "In-Reply-To", "Message-ID")
                .flatMap(name -> mail.headers().ids(name).stream().limit(1))
                .findFirst()
                .orElse(event.value());
        return new ConversationId(digest(account(recipient, "conversation-by-root", root)));
    }

    private static List<String> account(Intake.Recipient recipient, String... what) {
        return Stream.concat(
                        Stream.of(
                                recipient.sellerId().value(),
                                recipient.address().value().toLowerCase(Locale.ROOT)),
                        Stream.of(what))
                .toList();
    }

    /// 43 characters. Each part comes with its length, so that no two lists give the same bytes.
    private static String digest(List<String> parts) {
        MessageDigest sha256 = newSha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        return base64(sha256.digest());
    }

    private static byte[] sha256(byte[] bytes) {
        return newSha256().digest(bytes);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
