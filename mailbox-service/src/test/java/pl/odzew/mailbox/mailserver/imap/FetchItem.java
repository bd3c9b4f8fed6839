package pl.odzew.mailbox.mailserver.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.odzew.mailbox.mailserver.post.Rfc5322;

/// What a `FETCH` asks for.
sealed interface FetchItem {

    /// An attribute of the mail.
    record Attribute(Name name) implements FetchItem {}

    enum Name {
        UID("UID"),
        FLAGS("FLAGS"),
        INTERNALDATE("INTERNALDATE"),
        SIZE("RFC822.SIZE"),
        ENVELOPE("ENVELOPE"),
        GMAIL_MESSAGE_ID("X-GM-MSGID"),
        GMAIL_THREAD_ID("X-GM-THRID"),
        GMAIL_LABELS("X-GM-LABELS");

        private final String wireName;

        Name(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    /// Bytes of the mail.
    ///
    /// @param answered how the answer calls them
    /// @param section in capitals; empty for the whole mail
    /// @param offset of the first byte; negative when all are asked for
    record Bytes(String answered, String section, boolean marksAsSeen, long offset, long length) implements FetchItem {

        private static final Pattern FIELDS = Pattern.compile("HEADER\\.FIELDS(\\.NOT)? \\(([^)]*)\\)");

        byte[] of(Rfc5322 mail) {
            byte[] all = section(mail);
            if (offset < 0) {
                return all;
            }
            int from = (int) Math.min(offset, all.length);
            return Arrays.copyOfRange(all, from, (int) Math.min(from + length, all.length));
        }

        private byte[] section(Rfc5322 mail) {
            return switch (section) {
                case "" -> mail.bytes();
                case "HEADER" -> mail.header();
                case "TEXT" -> mail.body();
                default -> fields(mail);
            };
        }

        private byte[] fields(Rfc5322 mail) {
            Matcher fields = FIELDS.matcher(section);
            if (!fields.matches()) {
                throw new ImapSyntaxException("Invalid section: " + section);
            }
            boolean others = fields.group(1) != null;
            List<String> names =
                    List.of(fields.group(2).replace("\"", "").strip().split(" +"));
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            mail.fields().stream()
                    .filter(field -> names.contains(field.name().toUpperCase(Locale.ROOT)) != others)
                    .forEach(field -> header.writeBytes(field.raw().getBytes(StandardCharsets.UTF_8)));
            header.writeBytes(new byte[] {'\r', '\n'});
            return header.toByteArray();
        }
    }

    Pattern BODY =
            Pattern.compile("(BODY(\\.PEEK)?)\\[([^]]*)](?:<(\\d{1,10})\\.(\\d{1,10})>)?", Pattern.CASE_INSENSITIVE);

    /// The items of a `FETCH`, its macros resolved.
    static List<FetchItem> parse(Node items) {
        List<FetchItem> parsed = new ArrayList<>();
        for (Node item : items.members()) {
            switch (item.keyword()) {
                case "FAST" -> parsed.addAll(attributes(Name.FLAGS, Name.INTERNALDATE, Name.SIZE));
                case "ALL" -> parsed.addAll(attributes(Name.FLAGS, Name.INTERNALDATE, Name.SIZE, Name.ENVELOPE));
                case "RFC822" -> parsed.add(new Bytes("RFC822", "", true, -1, 0));
                case "RFC822.HEADER" -> parsed.add(new Bytes("RFC822.HEADER", "HEADER", false, -1, 0));
                case "RFC822.TEXT" -> parsed.add(new Bytes("RFC822.TEXT", "TEXT", true, -1, 0));
                default -> parsed.add(one(item.string()));
            }
        }
        return parsed;
    }

    static List<FetchItem> attributes(Name... names) {
        return Stream.of(names).<FetchItem>map(Attribute::new).toList();
    }

    private static FetchItem one(String item) {
        Matcher body = BODY.matcher(item);
        if (!body.matches()) {
            return Stream.of(Name.values())
                    .filter(name -> name.wireName().equalsIgnoreCase(item))
                    .map(Attribute::new)
                    .findFirst()
                    .orElseThrow(() -> new ImapSyntaxException("Unknown fetch attribute: " + item));
        }
        boolean partial = body.group(4) != null;
        return new Bytes(
                "BODY[" + body.group(3) + "]" + (partial ? "<" + body.group(4) + ">" : ""),
                body.group(3).toUpperCase(Locale.ROOT),
                body.group(2) == null,
                partial ? Long.parseLong(body.group(4)) : -1,
                partial ? Long.parseLong(body.group(5)) : 0);
    }
}
