package pl.odzew.mailbox.mailserver.control;

import java.time.Instant;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// A mail in a folder.
///
/// @param receivedAt ISO 8601
/// @param from in readable characters, as `subject`
public record MailView(
        long uid,
        String gmailMessageId,
        String gmailThreadId,
        String receivedAt,
        String from,
        String subject,
        Headers headers,
        String text) {

    static MailView of(Folder folder, StoredMail mail) {
        return new MailView(
                mail.uidIn(folder),
                Long.toUnsignedString(mail.gmailMessageId()),
                Long.toUnsignedString(mail.gmailThreadId()),
                mail.receivedAt().toString(),
                mail.content().readable("From"),
                mail.content().readable("Subject"),
                Headers.of(mail.content()),
                mail.content().text());
    }

    public Instant received() {
        return Instant.parse(receivedAt);
    }
}
