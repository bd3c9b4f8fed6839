package pl.odzew.mailbox.mailserver.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import pl.odzew.mailbox.mailserver.post.EncodedWords;
import pl.odzew.mailbox.mailserver.post.Letter;

/// Writes RFC 5322 line by line.
public final class LetterText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneId.of("Europe/Warsaw"));
    private static final int LONGEST_QUOTED_LINE = 75;

    private final List<String> lines = new ArrayList<>();
    private String body = "";

    /// A header field; what is not ASCII becomes an encoded word.
    public LetterText field(String name, String value) {
        lines.add(name + ": " + EncodedWords.encode(value));
        return this;
    }

    public LetterText date(Instant date) {
        return field("Date", DATE.format(date));
    }

    /// An address with a name before it.
    public LetterText address(String field, String name, String address) {
        String encoded = EncodedWords.encode(name);
        lines.add(field + ": " + (encoded.startsWith("=?") ? encoded : '"' + name + '"') + " <" + address + ">");
        return this;
    }

    /// @param type such as `text/plain`
    public LetterText quotedPrintable(String type, String text) {
        field("MIME-Version", "1.0").field("Content-Type", type + "; charset=UTF-8");
        field("Content-Transfer-Encoding", "quoted-printable");
        body = quoted(text);
        return this;
    }

    public LetterText base64(String type, String text) {
        field("MIME-Version", "1.0").field("Content-Type", type + "; charset=UTF-8");
        field("Content-Transfer-Encoding", "base64");
        body = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        return this;
    }

    public LetterText eightBit(String type, String text) {
        field("MIME-Version", "1.0").field("Content-Type", type + "; charset=UTF-8");
        field("Content-Transfer-Encoding", "8bit");
        body = crlf(text);
        return this;
    }

    /// @param type with its boundary, which `parts` uses
    public LetterText multipart(String type, String parts) {
        field("MIME-Version", "1.0").field("Content-Type", type);
        body = crlf(parts);
        return this;
    }

    /// @param envelopeSender `MAIL FROM`; empty for a bounce
    public Letter from(String envelopeSender) {
        return Letter.of(envelopeSender, String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    /// RFC 2045 §6.7, with soft line breaks.
    static String quoted(String text) {
        StringBuilder all = new StringBuilder();
        for (String line : text.lines().toList()) {
            StringBuilder quoted = new StringBuilder();
            int length = 0;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                int b = bytes[i] & 0xff;
                boolean plain = b > ' ' && b < 127 && b != '=' || b == ' ' && i < bytes.length - 1;
                String piece = plain ? String.valueOf((char) b) : "=%02X".formatted(b);
                if (length + piece.length() > LONGEST_QUOTED_LINE) {
                    quoted.append("=\r\n");
                    length = 0;
                }
                quoted.append(piece);
                length += piece.length();
            }
            all.append(quoted).append("\r\n");
        }
        return all.toString();
    }

    static String crlf(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n";
    }
}
