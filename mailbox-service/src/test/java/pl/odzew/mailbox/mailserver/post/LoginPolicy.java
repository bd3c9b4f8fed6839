package pl.odzew.mailbox.mailserver.post;

/// Which passwords open an account.
public enum LoginPolicy {
    /// The account's password, and its app password where it has one.
    ANY_PASSWORD,
    /// The app password alone; whatever else is refused with "Application-specific password required".
    APP_PASSWORDS_ONLY
}
