package pl.odzew.portal.guide;

import java.util.Locale;

/// The steps that lead out of a refusal; each has its own list in the texts and stands beside the password field.
public enum Way {
    /// Google wants an app password: create one and paste it.
    APP_PASSWORD,
    /// Google wants to see the owner once in a browser; then an app password keeps it from happening again.
    WEB_LOGIN,
    /// The password itself is wrong or revoked; at Gmail that too ends with an app password.
    WRONG_PASSWORD_AT_GMAIL,
    WRONG_PASSWORD,
    /// IMAP is off in the mailbox's own settings.
    ENABLE_IMAP,
    /// Only the domain's administrator, or version 3, helps.
    ADMINISTRATOR,
    /// The provider's password has run out.
    EXPIRED;

    /// @param reason a constant of `AuthFailureReason`, or one that is newer than this portal
    public static Way outOf(String reason, boolean gmail) {
        return switch (reason) {
            case "APP_PASSWORD_REQUIRED", "METHOD_DISABLED", "OAUTH_CONSENT_LOST" ->
                gmail ? APP_PASSWORD : WRONG_PASSWORD;
            case "WEB_LOGIN_REQUIRED" -> WEB_LOGIN;
            case "IMAP_DISABLED" -> ENABLE_IMAP;
            case "IMAP_DISABLED_BY_ADMIN", "CONTACT_ADMIN" -> ADMINISTRATOR;
            case "PASSWORD_EXPIRED" -> EXPIRED;
            default -> gmail ? WRONG_PASSWORD_AT_GMAIL : WRONG_PASSWORD;
        };
    }

    /// Whether an app password ends it.
    public boolean wantsAppPassword() {
        return switch (this) {
            case APP_PASSWORD, WEB_LOGIN, WRONG_PASSWORD_AT_GMAIL -> true;
            case WRONG_PASSWORD, ENABLE_IMAP, ADMINISTRATOR, EXPIRED -> false;
        };
    }

    /// As the keys of its texts begin.
    public String key() {
        return "way_" + name().toLowerCase(Locale.ROOT);
    }
}
