package pl.odzew.notification.catcher;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A mail as an `.eml` file: the message as it came, under a `Delivered-To` line that keeps the envelope's recipient.
final class MailFile {

    static final String SUFFIX = ".eml";

    private static final String DELIVERED_TO = "Delivered-To";
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailFile() {}

    /// Appears under its name only when it is whole.
    static void write(Path file, String recipient, MimeMessage message) throws IOException, MessagingException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            out.write((DELIVERED_TO + ": " + recipient + "\r\n").getBytes(StandardCharsets.US_ASCII));
            message.writeTo(out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static CaughtMail read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, in);
            Map<String, String> headers = headers(message);
            return new CaughtMail(
                    idOf(file),
                    headers.getOrDefault(DELIVERED_TO, ""),
                    message.getFrom() == null ? "" : ((InternetAddress) message.getFrom()[0]).getAddress(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    receivedAt(file),
                    body(message, "text/plain"),
                    body(message, "text/html"),
                    headers);
        }
    }

    static String newName(Instant receivedAt, int sequence) {
        return "%013d-%04d%s".formatted(receivedAt.toEpochMilli(), sequence, SUFFIX);
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static Instant receivedAt(Path file) {
        return Instant.ofEpochMilli(Long.parseLong(idOf(file).split("-")[0]));
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.putIfAbsent(header.getName(), MimeUtility.unfold(header.getValue()));
        }
        return headers;
    }

    private static @Nullable String body(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
