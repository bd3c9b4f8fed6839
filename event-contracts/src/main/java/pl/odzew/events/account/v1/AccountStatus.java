package pl.odzew.events.account.v1;

/// Where a linked Allegro account stands.
public enum AccountStatus {
    LINKED,
    AUTH_FAILED,
    UNLINKED
}
