package pl.odzew.mailbox.intake.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.Headers;
import pl.odzew.mailbox.intake.ParsedMail;

/// Collects what we look at while a mail is read piece by piece.
///
/// The outermost header is the mail's; the headers of messages inside it are of mails that came back.
final class MailInPieces {

    /// As much of one text as we read.
    private static final int LONGEST_TEXT = 512 * 1024;

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}");

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");

    private final byte[] mail;
    private final Deque<Entity> open = new ArrayDeque<>();
    private final List<Headers> returned = new ArrayList<>();
    private Headers headers = new Headers(List.of());
    private boolean report;
    private @Nullable String plain;
    private @Nullable HtmlText html;

    MailInPieces(byte[] mail) {
        this.mail = mail;
    }

    private static final class Entity {
        private final boolean message;
        private final List<Headers.Field> fields = new ArrayList<>();

        private Entity(boolean message) {
            this.message = message;
        }
    }

    void begin(boolean message) {
        open.push(new Entity(message));
    }

    void end() {
        open.pop();
    }

    void field(Field field) {
        byte[] raw = field.getRaw() == null
                ? field.getBody().getBytes(StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        String text = unfold(Charsets.decode(raw, null));
        int colon = text.indexOf(':');
        open.element()
                .fields
                .add(new Headers.Field(
                        field.getName().strip(), text.substring(colon + 1).strip()));
    }

    void headerEnds() {
        Entity entity = open.element();
        if (open.size() == 1) {
            headers = new Headers(entity.fields);
        } else if (entity.message) {
            returned.add(new Headers(entity.fields));
        }
    }

    void multipart(BodyDescriptor descriptor) {
        report |= open.size() == 1 && descriptor.getMimeType().equalsIgnoreCase("multipart/report");
    }

    void body(BodyDescriptor descriptor, InputStream decoded) throws IOException {
        String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        switch (type) {
            case "text/rfc822-headers", "message/delivery-status" -> returned.add(fieldsIn(text(descriptor, decoded)));
            case "text/html" -> {
                if (html == null && isReadable()) {
                    html = new HtmlText(text(descriptor, decoded));
                }
            }
            case "text/plain" -> {
                if ((plain == null || plain.isBlank()) && isReadable()) {
                    plain = text(descriptor, decoded);
                }
            }
            default -> {}
        }
    }

    ParsedMail whole() {
        String text = readable();
        return new ParsedMail(
                headers,
                Addresses.everyOneIn(headers.all("From")),
                Addresses.in(headers.all("Reply-To")),
                Addresses.in(Stream.of("To", "Cc", "Resent-To", "Resent-Cc").flatMap(headers::all)),
                headers.first("Subject").map(MailInPieces::decodeWords).orElse(null),
                text,
                html == null ? linksIn(text) : html.links(),
                report,
                returned,
                bodyBytes());
    }

    private static List<String> linksIn(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).limit(200).toList();
    }

    /// Neither an attachment nor part of a mail inside this one.
    private boolean isReadable() {
        boolean inside = open.stream().filter(entity -> entity.message).count() > 1;
        return !inside
                && open.element().fields.stream()
                        .noneMatch(field -> field.name().equalsIgnoreCase("Content-Disposition")
                                && field.value().toLowerCase(Locale.ROOT).startsWith("attachment"));
    }

    private String readable() {
        String text = plain == null || plain.isBlank() ? "" : plain;
        if (text.isEmpty() && html != null) {
            text = html.text();
        }
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static String text(BodyDescriptor descriptor, InputStream decoded) throws IOException {
        return Charsets.decode(decoded.readNBytes(LONGEST_TEXT), descriptor.getCharset());
    }

    /// mime4j's own takes every line end for a fold.
    private static String unfold(String text) {
        return FOLD.matcher(text).replaceAll(" ");
    }

    private static String decodeWords(String value) {
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    private static Headers fieldsIn(String text) {
        return new Headers(unfold(text)
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .limit(1_000)
                .map(line -> new Headers.Field(
                        line.substring(0, line.indexOf(':')).strip(),
                        line.substring(line.indexOf(':') + 1).strip()))
                .toList());
    }

    private byte[] bodyBytes() {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return Arrays.copyOfRange(mail, i + 4, mail.length);
            }
        }
        return new byte[0];
    }
}
