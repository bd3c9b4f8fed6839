package pl.odzew.mailbox.mailserver.control;

import java.time.Instant;
import java.util.List;
import pl.odzew.mailbox.mailserver.post.OutsideMail;

/// A mail that left for the outside world.
///
/// @param acceptedAt ISO 8601; when the server took responsibility
/// @param from the envelope's sender
/// @param subject in readable characters
public record OutsideView(
        String id, String acceptedAt, String from, List<String> to, String subject, Headers headers, String text) {

    static OutsideView of(OutsideMail mail) {
        return new OutsideView(
                Long.toUnsignedString(mail.id()),
                mail.acceptedAt().toString(),
                mail.from(),
                mail.to(),
                mail.content().readable("Subject"),
                Headers.of(mail.content()),
                mail.content().text());
    }

    public Instant accepted() {
        return Instant.parse(acceptedAt);
    }
}
