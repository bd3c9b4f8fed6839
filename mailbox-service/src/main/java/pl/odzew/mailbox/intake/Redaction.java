package pl.odzew.mailbox.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes from a mail all that anybody could have written into it: every word that is not among those of
/// Allegro's own templates becomes as many `x`, every digit a `9`.
final class Redaction {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern HOST = Pattern.compile("(?i)^https?://([a-z0-9.-]*\\.)?allegro\\.pl(?=[/?#]|$)");
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINK = 500;
    private static final int MOST_LINKS = 50;
    private static final int MOST_HEADERS = 100;

    private final Recognisers recognisers;
    private final Set<String> vocabulary;

    Redaction(Recognisers recognisers) {
        this.recognisers = recognisers;
        this.vocabulary = recognisers.vocabulary().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    RedactedMail of(ParsedMail mail) {
        var sender = mail.sender();
        String subject = mail.subject();
        return new RedactedMail(
                sender == null || recognisers.isMasked(sender) ? "x" : sender.value(),
                words(subject == null ? "" : subject.substring(0, Math.min(subject.length(), LONGEST_LINK))),
                mail.headers().fields().stream()
                        .map(Headers.Field::name)
                        .limit(MOST_HEADERS)
                        .toList(),
                mail.links().stream().limit(MOST_LINKS).map(this::link).toList(),
                words(mail.text().substring(0, Math.min(mail.text().length(), LONGEST_TEXT))));
    }

    private String words(String text) {
        String known = WORD.matcher(text)
                .replaceAll(word -> vocabulary.contains(word.group().toLowerCase(Locale.ROOT))
                        ? word.group()
                        : "x".repeat(word.group().codePointCount(0, word.group().length())));
        return DIGIT.matcher(known).replaceAll("9");
    }

    /// Allegro's own host stays; of the rest what the vocabulary knows.
    private String link(String link) {
        String some = link.substring(0, Math.min(link.length(), LONGEST_LINK));
        var host = HOST.matcher(some);
        return host.find() ? host.group() + words(some.substring(host.end())) : words(some);
    }
}
