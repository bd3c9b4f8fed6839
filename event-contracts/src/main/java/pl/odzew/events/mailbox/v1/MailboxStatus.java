package pl.odzew.events.mailbox.v1;

/// Where a mailbox stands.
public enum MailboxStatus {
    /// Watched.
    OK,
    /// Refused in doubtful words; being confirmed.
    SUSPECT,
    /// Refused for certain; the seller was told.
    AUTH_FAILED,
    /// A new credential, or a check that was asked for, is being tried.
    PROBING,
    /// The server does not answer; says nothing about the credential.
    UNREACHABLE,
    /// The seller paused it.
    PAUSED,
    /// The seller took it away.
    DISCONNECTED
}
