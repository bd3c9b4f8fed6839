package pl.odzew.notification.verification.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import pl.odzew.notification.delivery.letter.Frame;

/// The mail with the link, as `.html` and `.txt`.
@CheckedTemplate(basePath = "mails")
final class VerificationTemplates {

    private VerificationTemplates() {}

    /// @param link says yes by itself, so it stands in this mail alone
    record Request(Frame frame, String email, String link) {}

    static native TemplateInstance verifyAddress(Request request);
}
