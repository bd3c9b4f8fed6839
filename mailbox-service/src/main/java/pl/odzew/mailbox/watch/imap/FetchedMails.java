package pl.odzew.mailbox.watch.imap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;

/// Reads the answers to one `UID FETCH`.
///
/// Gmail may answer twice for one UID (modern-email/defects#39): the answers are merged. Answers for mails that
/// nobody asked for are changes of flags that came in between.
final class FetchedMails {

    /// RFC 3501 `date-time`: the day may begin with a space.
    private static final DateTimeFormatter INTERNAL_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy HH:mm:ss Z")
            .toFormatter(Locale.ENGLISH);

    private static final String BODY = "BODY";

    private final int maxBytes;

    /// @param maxBytes how much of each mail was asked for
    FetchedMails(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// The mails that came with their content, in the order of their UIDs.
    List<RawMail> in(Answer answer, List<Uid> wanted) {
        Map<Uid, Map<String, Value>> byUid = new TreeMap<>();
        answer.data("FETCH").map(FetchedMails::items).forEach(items -> {
            Value uid = items.get("UID");
            if (uid != null && wanted.contains(uid.asUid())) {
                byUid.computeIfAbsent(uid.asUid(), _ -> new HashMap<>()).putAll(items);
            }
        });
        return byUid.entrySet().stream()
                .filter(mail -> mail.getValue().containsKey(BODY))
                .map(mail -> mail(mail.getKey(), mail.getValue()))
                .toList();
    }

    private RawMail mail(Uid uid, Map<String, Value> items) {
        byte[] bytes = items.getOrDefault(BODY, new Value.Atom("NIL")).asBytes();
        Value size = items.get("RFC822.SIZE");
        boolean cut = bytes.length >= maxBytes && (size == null || size.asNumber() > bytes.length);
        return new RawMail(
                uid,
                internalDate(items.get("INTERNALDATE")),
                text(items.get("X-GM-MSGID")),
                text(items.get("X-GM-THRID")),
                bytes,
                cut);
    }

    private static Map<String, Value> items(Response.Data fetch) {
        if (fetch.values().size() != 1 || !(fetch.values().getFirst() instanceof Value.Group group)) {
            throw new ProtocolViolation("a FETCH answer without a list");
        }
        List<Value> values = group.values();
        if (values.size() % 2 != 0) {
            throw new ProtocolViolation("a FETCH item without a value");
        }
        Map<String, Value> items = new HashMap<>();
        for (int i = 0; i < values.size(); i += 2) {
            String name = values.get(i).asKeyword();
            items.put(name.startsWith("BODY[") ? BODY : name, values.get(i + 1));
        }
        return items;
    }

    /// A server that cannot tell the time makes a mail old, not new: nobody is answered who should not be.
    private static Instant internalDate(@Nullable Value value) {
        try {
            return value == null
                    ? Instant.EPOCH
                    : OffsetDateTime.parse(value.asText().strip(), INTERNAL_DATE)
                            .toInstant();
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    private static @Nullable String text(@Nullable Value value) {
        return value == null || value.asText().isEmpty() ? null : value.asText();
    }
}
