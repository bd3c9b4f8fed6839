package pl.odzew.events.message.v1;

/// What kind of conversation a message belongs to.
public enum ThreadKind {
    /// A mail, or a common thread of the Message Center.
    CONVERSATION,
    /// A purchase problem that lives in the Message Center (`POST_PURCHASE_ISSUE`).
    POST_PURCHASE_ISSUE,
    DISPUTE,
    CLAIM
}
