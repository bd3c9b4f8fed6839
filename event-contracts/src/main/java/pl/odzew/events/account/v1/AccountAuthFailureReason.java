package pl.odzew.events.account.v1;

/// Why Allegro refuses us; both are ended by linking again.
public enum AccountAuthFailureReason {
    /// The refresh token was used up, expired or revoked in the seller's Allegro settings (`invalid_grant`).
    CONSENT_LOST,
    /// The consent lacks a scope that is needed now (403 `AccessDenied`).
    SCOPE_MISSING
}
