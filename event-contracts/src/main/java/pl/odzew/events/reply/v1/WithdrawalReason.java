package pl.odzew.events.reply.v1;

/// Why a requested reply is no longer wanted.
public enum WithdrawalReason {
    /// The seller moved to version 3; the API answers instead.
    SWITCHED_TO_VERSION_3,
    /// A person answered first.
    ANSWERED_BY_PERSON,
    /// The stop switch, or the autoresponder was turned off.
    STOPPED,
    /// The seller is being erased.
    SELLER_ERASED
}
