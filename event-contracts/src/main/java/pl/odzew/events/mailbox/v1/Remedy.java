package pl.odzew.events.mailbox.v1;

/// What ends an authentication failure; events list those that fit the reason, best first.
public enum Remedy {
    /// Open the provider's own sign-in page once and confirm that it was you.
    SIGN_IN_ON_THE_WEB,
    /// Create a Google app password and paste it into the mailbox's settings.
    APP_PASSWORD,
    /// Type the mailbox's present password into its settings.
    CORRECT_PASSWORD,
    /// Switch IMAP on in the mailbox's own settings.
    ENABLE_IMAP,
    /// Ask the domain's administrator.
    ASK_ADMINISTRATOR,
    /// Sign in with Google; only where the operator offers it.
    GOOGLE_SIGN_IN,
    /// Switch to version 3, which needs no mailbox.
    VERSION_3
}
