package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.odzew.events.MailAddress;

/// Finds our own replies in a mail that came back, whoever sent it back.
final class ReturnedMail {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// As `sending` makes them of a reply's id.
    private static final Pattern OURS = Pattern.compile("<odzew\\." + UUID + "@[^<>\\s]+>");

    private static final Pattern REPLY = Pattern.compile(UUID);

    private ReturnedMail() {}

    /// The Message-IDs of our replies; where a server changed them, as they were, from the reply's own field.
    static List<String> ours(ParsedMail mail, MailAddress mailbox) {
        return isFailure(mail) ? named(mail, mailbox) : List.of();
    }

    /// A report may also tell of a delay, or that somebody read the mail (RFC 3464 §2.3.3, RFC 8098).
    private static boolean isFailure(ParsedMail mail) {
        List<String> actions = mail.returned().stream()
                .flatMap(headers -> headers.all("Action"))
                .map(action -> action.strip().toLowerCase(Locale.ROOT))
                .toList();
        return actions.isEmpty()
                ? mail.headers().has("X-Failed-Recipients")
                : mail.report() && actions.stream().anyMatch(action -> action.startsWith("failed"));
    }

    private static List<String> named(ParsedMail mail, MailAddress mailbox) {
        return mail.returned().stream()
                .flatMap(headers -> Stream.concat(
                        Stream.of("Message-ID", "X-Original-Message-ID").flatMap(name -> headers.ids(name).stream()),
                        headers.all("X-Odzew-Reply")
                                .map(String::strip)
                                .filter(reply -> REPLY.matcher(reply).matches())
                                .map(reply -> "<odzew." + reply + "@" + mailbox.domain() + ">")))
                .filter(id -> OURS.matcher(id).matches())
                .distinct()
                .toList();
    }
}
