package pl.odzew.mailbox.mailserver.imap;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import pl.odzew.mailbox.mailserver.post.EncodedWords;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// Reads the keys of a `SEARCH` (RFC 3501 §6.4.4, and Gmail's own) into one condition; what stands side by side
/// must all hold.
final class Search {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy")
            .toFormatter(Locale.US);

    private final Folder folder;
    private final long highestNumber;
    private final long highestUid;

    Search(Folder folder, long highestNumber, long highestUid) {
        this.folder = folder;
        this.highestNumber = highestNumber;
        this.highestUid = highestUid;
    }

    /// A mail and its number in the session.
    record Candidate(int number, StoredMail mail) {}

    Predicate<Candidate> all(List<Node> keys) {
        Iterator<Node> rest = keys.iterator();
        Predicate<Candidate> all = _ -> true;
        while (rest.hasNext()) {
            all = all.and(key(rest));
        }
        return all;
    }

    private Predicate<Candidate> key(Iterator<Node> rest) {
        Node key = next(rest);
        if (key instanceof Node.Group group) {
            return all(group.nodes());
        }
        return switch (key.keyword()) {
            case "ALL" -> _ -> true;
            case "CHARSET" -> {
                next(rest);
                yield _ -> true;
            }
            case "NOT" -> key(rest).negate();
            case "OR" -> key(rest).or(key(rest));
            case "UID" -> {
                SequenceSet uids = SequenceSet.parse(next(rest).string(), highestUid);
                yield candidate -> uids.contains(candidate.mail().uidIn(folder));
            }
            case "SEEN", "ANSWERED", "FLAGGED", "DELETED", "DRAFT" -> flag(key.keyword());
            case "UNSEEN", "UNANSWERED", "UNFLAGGED", "UNDELETED", "UNDRAFT" ->
                flag(key.keyword().substring(2)).negate();
            case "SINCE" -> received(next(rest), (day, limit) -> !day.isBefore(limit));
            case "BEFORE" -> received(next(rest), LocalDate::isBefore);
            case "ON" -> received(next(rest), LocalDate::equals);
            case "FROM", "TO", "CC", "BCC", "SUBJECT" ->
                header(key.keyword(), next(rest).string());
            case "HEADER" -> header(next(rest).string(), next(rest).string());
            case "BODY", "TEXT" -> {
                String words = next(rest).keyword();
                yield candidate -> contains(candidate.mail().content().text(), words);
            }
            case "X-GM-MSGID" -> {
                String id = next(rest).string();
                yield candidate ->
                        Long.toUnsignedString(candidate.mail().gmailMessageId()).equals(id);
            }
            case "X-GM-THRID" -> {
                String id = next(rest).string();
                yield candidate ->
                        Long.toUnsignedString(candidate.mail().gmailThreadId()).equals(id);
            }
            default -> numbers(key.string());
        };
    }

    private Predicate<Candidate> numbers(String key) {
        if (!SequenceSet.looksLike(key)) {
            throw new ImapSyntaxException("Unknown search key: " + key);
        }
        SequenceSet numbers = SequenceSet.parse(key, highestNumber);
        return candidate -> numbers.contains(candidate.number());
    }

    private static Predicate<Candidate> flag(String name) {
        return candidate -> candidate.mail().flags().stream().anyMatch(("\\" + name)::equalsIgnoreCase);
    }

    /// Empty words ask whether the field is there at all.
    private static Predicate<Candidate> header(String field, String words) {
        return candidate -> candidate.mail().content().all(field).stream()
                .anyMatch(value -> contains(EncodedWords.decode(value), words.toUpperCase(Locale.ROOT)));
    }

    private static Predicate<Candidate> received(Node date, Comparison comparison) {
        try {
            LocalDate limit = LocalDate.parse(date.string(), DATE);
            return candidate ->
                    comparison.holds(LocalDate.ofInstant(candidate.mail().receivedAt(), ZoneOffset.UTC), limit);
        } catch (DateTimeParseException e) {
            throw new ImapSyntaxException("Invalid date: " + date.string());
        }
    }

    private static boolean contains(String text, String wordsInCapitals) {
        return text.toUpperCase(Locale.ROOT).contains(wordsInCapitals);
    }

    private static Node next(Iterator<Node> rest) {
        if (!rest.hasNext()) {
            throw new ImapSyntaxException("Missing search argument");
        }
        return rest.next();
    }

    private interface Comparison {
        boolean holds(LocalDate day, LocalDate limit);
    }
}
