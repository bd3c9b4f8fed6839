package pl.odzew.mailbox.sending.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.sending.OutgoingMail;

/// Writes a reply as RFC 5322 text with the marks of an automatic one (RFC 3834 §3.1): plain text in UTF-8,
/// nothing but ASCII on the wire.
///
/// No field can be smuggled in: addresses hold no line ends by their type, what stands in a subject is made one
/// line, and ids of the buyer's mail that are none are left out.
final class MailText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final Pattern ID = Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,900}>");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._ -]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /// A thread's first id and so many of its last: more make servers refuse the header.
    private static final int LAST_REFERENCES = 20;

    private static final int LONGEST_SUBJECT = 400;

    private MailText() {}

    /// Lines end with CRLF, the last one too.
    ///
    /// @throws IllegalArgumentException when the mail's own Message-ID is none
    static String of(OutgoingMail mail) {
        if (!isId(mail.messageId())) {
            throw new IllegalArgumentException("a Message-ID expected");
        }
        StringBuilder text = new StringBuilder();
        field(text, "From", mail.from().value());
        field(text, "To", mail.to().value());
        field(text, "Subject", subject(mail.subject()));
        field(text, "Date", DATE.format(mail.date().atOffset(ZoneOffset.UTC)));
        field(text, "Message-ID", mail.messageId());
        if (isId(mail.inReplyTo())) {
            field(text, "In-Reply-To", String.valueOf(mail.inReplyTo()));
        }
        String references = references(mail.references());
        if (!references.isEmpty()) {
            field(text, "References", references);
        }
        field(text, "Auto-Submitted", "auto-replied");
        field(text, "X-Auto-Response-Suppress", "All");
        field(text, "Precedence", "bulk");
        field(text, OutgoingMail.REPLY_HEADER, mail.replyId().toString());
        field(text, "MIME-Version", "1.0");
        if (mail.files().isEmpty()) {
            return words(text, mail).toString();
        }
        // No text that is written as quoted-printable holds an underscore behind an equals sign.
        String boundary = "=_odzew-" + mail.replyId();
        field(text, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        text.append("\r\n--").append(boundary).append("\r\n");
        words(text, mail);
        for (OutgoingMail.File file : mail.files()) {
            text.append("--").append(boundary).append("\r\n");
            file(text, file);
        }
        return text.append("--").append(boundary).append("--\r\n").toString();
    }

    private static StringBuilder words(StringBuilder text, OutgoingMail mail) {
        field(text, "Content-Type", "text/plain; charset=utf-8");
        field(text, "Content-Transfer-Encoding", "quoted-printable");
        return text.append("\r\n").append(body(mail.text()));
    }

    /// The name in ASCII for old programs, and as it is for the others (RFC 6266 and 8187, as mail programs
    /// read it).
    private static void file(StringBuilder text, OutgoingMail.File file) {
        String type = MEDIA_TYPE.matcher(file.mediaType()).matches() ? file.mediaType() : "application/octet-stream";
        String name = CONTROLS.matcher(file.name()).replaceAll(" ").strip();
        field(text, "Content-Type", type);
        field(text, "Content-Transfer-Encoding", "base64");
        text.append("Content-Disposition: attachment;\r\n filename=\"")
                .append(NOT_PLAIN.matcher(name).replaceAll("_"))
                .append("\";\r\n filename*=UTF-8''")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A"))
                .append("\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(file.bytes()))
                .append("\r\n");
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append(MimeUtil.fold(name + ": " + value, 0)).append("\r\n");
    }

    private static String subject(String subject) {
        String line = CONTROLS.matcher(subject).replaceAll(" ").strip();
        int end = Math.min(line.length(), LONGEST_SUBJECT);
        if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return EncoderUtil.encodeIfNecessary(line.substring(0, end), Usage.TEXT_TOKEN, "Subject: ".length());
    }

    private static String references(List<String> all) {
        List<String> ids = all.stream().filter(MailText::isId).distinct().toList();
        if (ids.size() <= LAST_REFERENCES + 1) {
            return String.join(" ", ids);
        }
        List<String> kept = new ArrayList<>(ids.subList(ids.size() - LAST_REFERENCES, ids.size()));
        kept.addFirst(ids.getFirst());
        return String.join(" ", kept);
    }

    private static boolean isId(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }

    private static String body(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream encoder = new QuotedPrintableOutputStream(encoded, false)) {
            encoder.write((lines.stripTrailing() + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoded.toString(StandardCharsets.US_ASCII);
    }
}
