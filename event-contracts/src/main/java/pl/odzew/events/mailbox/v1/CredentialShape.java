package pl.odzew.events.mailbox.v1;

/// What the saved credential looks like, which is all that anybody outside mailbox-service learns of it.
public enum CredentialShape {
    /// Sixteen letters, as Google's app passwords are.
    APP_PASSWORD_LIKE,
    /// Any other password; at Gmail it is at risk.
    OTHER,
    OAUTH
}
