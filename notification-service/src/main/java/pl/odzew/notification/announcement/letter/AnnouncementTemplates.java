package pl.odzew.notification.announcement.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import pl.odzew.notification.delivery.letter.Frame;

/// The mail of an announcement, as `.html` and `.txt`.
@CheckedTemplate(basePath = "mails")
final class AnnouncementTemplates {

    private AnnouncementTemplates() {}

    /// @param preview what a mail program shows beside the subject
    /// @param effective the day on which it happens, in the seller's words; empty where none is named
    /// @param guide how to make an app password
    record News(
            Frame frame,
            String preview,
            List<String> paragraphs,
            boolean reminder,
            String effective,
            List<Mailbox> mailboxes,
            boolean google,
            String guide) {}

    record Mailbox(String address, String settings, String versionThree) {}

    static native TemplateInstance announcement(News news);
}
