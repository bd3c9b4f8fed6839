package pl.odzew.mailbox.refusal;

import java.util.List;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;

/// Which remedies end a failure, best first. Version 3 always does, since it needs no mailbox.
final class Remedies {

    private Remedies() {}

    static List<Remedy> against(AuthFailureReason reason, MailProvider provider) {
        return switch (reason) {
            case APP_PASSWORD_REQUIRED -> List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3);
            case WEB_LOGIN_REQUIRED -> List.of(Remedy.SIGN_IN_ON_THE_WEB, newPassword(provider), Remedy.VERSION_3);
            case IMAP_DISABLED -> List.of(Remedy.ENABLE_IMAP, Remedy.VERSION_3);
            case IMAP_DISABLED_BY_ADMIN, CONTACT_ADMIN -> List.of(Remedy.ASK_ADMINISTRATOR, Remedy.VERSION_3);
            case METHOD_DISABLED ->
                provider == MailProvider.GMAIL
                        ? List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3)
                        : List.of(Remedy.VERSION_3);
            case PASSWORD_EXPIRED, CREDENTIALS_REFUSED, UNEXPLAINED -> List.of(newPassword(provider), Remedy.VERSION_3);
            case OAUTH_CONSENT_LOST -> List.of(Remedy.GOOGLE_SIGN_IN, Remedy.APP_PASSWORD, Remedy.VERSION_3);
        };
    }

    private static Remedy newPassword(MailProvider provider) {
        return provider == MailProvider.GMAIL ? Remedy.APP_PASSWORD : Remedy.CORRECT_PASSWORD;
    }
}
