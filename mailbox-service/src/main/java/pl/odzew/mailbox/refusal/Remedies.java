package pl.odzew.mailbox.refusal;

import java.util.ArrayList;
import java.util.List;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;

/// Which remedies end a failure, best first. Version 3 always does, since it needs no mailbox.
///
/// @param googleSignIn whether the operator offers it; then it helps wherever a new password does at Gmail
record Remedies(MailProvider provider, boolean googleSignIn) {

    List<Remedy> against(AuthFailureReason reason) {
        return switch (reason) {
            case APP_PASSWORD_REQUIRED -> renewed(List.of(), Remedy.APP_PASSWORD);
            case WEB_LOGIN_REQUIRED -> renewed(List.of(Remedy.SIGN_IN_ON_THE_WEB), newPassword());
            case IMAP_DISABLED -> List.of(Remedy.ENABLE_IMAP, Remedy.VERSION_3);
            case IMAP_DISABLED_BY_ADMIN, CONTACT_ADMIN -> List.of(Remedy.ASK_ADMINISTRATOR, Remedy.VERSION_3);
            case METHOD_DISABLED ->
                provider == MailProvider.GMAIL ? renewed(List.of(), Remedy.APP_PASSWORD) : List.of(Remedy.VERSION_3);
            case PASSWORD_EXPIRED, CREDENTIALS_REFUSED, UNEXPLAINED -> renewed(List.of(), newPassword());
            case OAUTH_CONSENT_LOST ->
                googleSignIn
                        ? List.of(Remedy.GOOGLE_SIGN_IN, Remedy.APP_PASSWORD, Remedy.VERSION_3)
                        : List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3);
        };
    }

    private List<Remedy> renewed(List<Remedy> first, Remedy password) {
        List<Remedy> remedies = new ArrayList<>(first);
        remedies.add(password);
        if (googleSignIn && provider == MailProvider.GMAIL) {
            remedies.add(Remedy.GOOGLE_SIGN_IN);
        }
        remedies.add(Remedy.VERSION_3);
        return List.copyOf(remedies);
    }

    private Remedy newPassword() {
        return provider == MailProvider.GMAIL ? Remedy.APP_PASSWORD : Remedy.CORRECT_PASSWORD;
    }
}
