package pl.odzew.notification.delivery.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// One template for each thing that is told, each as `.html` and `.txt`.
@CheckedTemplate(basePath = "mails")
final class LetterTemplates {

    private LetterTemplates() {}

    static native TemplateInstance mailboxWarning(MailboxWarning warning);

    static native TemplateInstance mailboxWorksAgain(WorksAgain news);

    static native TemplateInstance mailboxTakenBack(WorksAgain news);

    static native TemplateInstance accountWarning(AccountWarning warning);

    static native TemplateInstance accountWorksAgain(WorksAgain news);
}
