package pl.odzew.notification.digest.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import pl.odzew.notification.delivery.letter.Frame;
import pl.odzew.notification.digest.ReplyProblem;

/// The digest, as `.html` and `.txt`.
@CheckedTemplate(basePath = "mails")
final class DigestTemplates {

    private DigestTemplates() {}

    record Digest(Frame frame, List<Group> groups, String decisions) {}

    /// What concerns one sort of problem.
    record Group(ReplyProblem problem, List<Line> lines) {}

    /// @param name of the mailbox or account; may be empty
    record Line(String name, long count) {}

    static native TemplateInstance replyDigest(Digest digest);
}
