package pl.odzew.mailbox.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// Makes a reply into a mail (RFC 3834 §3.1, RFC 5322 §3.6.4).
final class Composer {

    /// RFC 5230 §5.3.
    private static final String PREFIX = "Auto: ";

    private static final String WITHOUT_SUBJECT = PREFIX + "Odpowiedź na Twoją wiadomość";
    private static final int MAX_SUBJECT = 200;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\s]+");

    private Composer() {}

    static OutgoingMail compose(Intent intent, MailAddress from, List<OutgoingMail.File> files, Instant now) {
        String buyersMessageId = intent.route().messageId();
        return new OutgoingMail(
                intent.replyId(),
                from,
                intent.route().to(),
                subject(intent.request().subject()),
                intent.request().text(),
                ReplyMessageId.of(intent.replyId(), from),
                buyersMessageId,
                references(intent.route().references(), buyersMessageId),
                now,
                files);
    }

    private static String subject(@Nullable String original) {
        String words = original == null
                ? ""
                : CONTROLS.matcher(original).replaceAll(" ").strip();
        if (words.isEmpty()) {
            return WITHOUT_SUBJECT;
        }
        return PREFIX
                + (words.length() <= MAX_SUBJECT
                        ? words
                        : words.substring(0, MAX_SUBJECT).strip());
    }

    private static List<String> references(List<String> before, @Nullable String buyersMessageId) {
        var references = new ArrayList<>(before);
        if (buyersMessageId != null && !references.contains(buyersMessageId)) {
            references.add(buyersMessageId);
        }
        return references;
    }
}
