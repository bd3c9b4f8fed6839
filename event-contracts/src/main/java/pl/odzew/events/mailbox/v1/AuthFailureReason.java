package pl.odzew.events.mailbox.v1;

/// Why a mail server refuses a login, read from its own words.
public enum AuthFailureReason {
    /// Google wants an app password: the password is right and 2-step verification is on.
    APP_PASSWORD_REQUIRED,
    /// Google wants the owner to sign in with a browser once.
    WEB_LOGIN_REQUIRED,
    /// IMAP is switched off in the mailbox's own settings.
    IMAP_DISABLED,
    /// IMAP is switched off by the domain's administrator.
    IMAP_DISABLED_BY_ADMIN,
    /// The provider no longer takes this way of signing in, such as a plain password.
    METHOD_DISABLED,
    /// The password's time is over (RFC 5530 `EXPIRED`).
    PASSWORD_EXPIRED,
    /// The server sends the owner to its administrator (RFC 5530 `CONTACTADMIN`).
    CONTACT_ADMIN,
    /// User name or password refused, confirmed by spaced tries.
    CREDENTIALS_REFUSED,
    /// Refused without any reason, confirmed by spaced tries.
    UNEXPLAINED,
    /// The OAuth consent is gone.
    OAUTH_CONSENT_LOST
}
