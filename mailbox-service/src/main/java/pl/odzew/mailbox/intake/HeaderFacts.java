package pl.odzew.mailbox.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.message.v1.MailFacts;

/// Takes from a header what decides whether a mail may be answered automatically; decides nothing itself.
final class HeaderFacts {

    private static final int LONGEST = 500;

    private HeaderFacts() {}

    static MailFacts of(ParsedMail mail, MailAddress sender, Intake.Recipient recipient) {
        Headers headers = mail.headers();
        String own = canonical(recipient.address(), recipient.provider());
        return new MailFacts(
                joined(headers, "Auto-Submitted"),
                joined(headers, "Precedence"),
                headers.namesBeginning("List-").limit(20).toList(),
                suppressions(headers),
                headers.first("Return-Path")
                        .map(path -> path.strip().equals("<>"))
                        .orElse(false),
                mail.report() || headers.has("X-Failed-Recipients"),
                mail.recipients().stream()
                        .anyMatch(to -> canonical(to, recipient.provider()).equals(own)),
                sender.value(),
                spam(headers));
    }

    /// As SpamAssassin and rspamd write it; absent where no filter has spoken.
    private static @Nullable Boolean spam(Headers headers) {
        return headers.first("X-Spam-Flag")
                .or(() -> headers.first("X-Spam-Status"))
                .map(value -> value.strip().toLowerCase(Locale.ROOT).startsWith("yes"))
                .orElse(null);
    }

    private static @Nullable String joined(Headers headers, String name) {
        String all = headers.all(name).map(String::strip).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all.substring(0, Math.min(all.length(), LONGEST));
    }

    private static List<String> suppressions(Headers headers) {
        return headers.all("X-Auto-Response-Suppress")
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(20)
                .toList();
    }

    /// At Gmail dots and what follows a plus mean nothing, and there are two domains.
    private static String canonical(MailAddress address, MailProvider provider) {
        if (provider != MailProvider.GMAIL) {
            return address.value().toLowerCase(Locale.ROOT);
        }
        String local = address.localPartBeforePlus().replace(".", "").toLowerCase(Locale.ROOT);
        return local + "@" + (address.domain().equals("googlemail.com") ? "gmail.com" : address.domain());
    }
}
