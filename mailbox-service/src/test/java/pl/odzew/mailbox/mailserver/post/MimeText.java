package pl.odzew.mailbox.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds a mail's text: the first `text/plain` part, else the first `text/html`.
final class MimeText {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private MimeText() {}

    static String of(Rfc5322 mail) {
        return find(mail, "text/plain").or(() -> find(mail, "text/html")).orElse("");
    }

    private static Optional<String> find(Rfc5322 part, String wanted) {
        String type = part.first("Content-Type").orElse("text/plain; charset=us-ascii");
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && boundary.find()) {
            String mark = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
            return inParts(part, mark, wanted);
        }
        return type.toLowerCase(Locale.ROOT).startsWith(wanted) ? Optional.of(decoded(part, type)) : Optional.empty();
    }

    private static Optional<String> inParts(Rfc5322 whole, String boundary, String wanted) {
        String body = "\r\n" + new String(whole.body(), StandardCharsets.ISO_8859_1);
        String[] parts = body.split("\r\n--" + Pattern.quote(boundary));
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
            String part = parts[i].replaceFirst("^[ \t]*\r\n", "");
            Optional<String> text = find(new Rfc5322(part.getBytes(StandardCharsets.ISO_8859_1)), wanted);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static String decoded(Rfc5322 part, String type) {
        Matcher charset = CHARSET.matcher(type);
        byte[] body = part.body();
        String latin = new String(body, StandardCharsets.ISO_8859_1);
        byte[] bytes =
                switch (part.first("Content-Transfer-Encoding").orElse("8bit").toLowerCase(Locale.ROOT)) {
                    case "base64" -> Base64.getMimeDecoder().decode(body);
                    case "quoted-printable" -> EncodedWords.quotedPrintable(latin);
                    default -> body;
                };
        return new String(bytes, charset.find() ? EncodedWords.charset(charset.group(1)) : StandardCharsets.UTF_8);
    }
}
