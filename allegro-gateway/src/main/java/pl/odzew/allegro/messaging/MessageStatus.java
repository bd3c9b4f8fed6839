package pl.odzew.allegro.messaging;

/// How far Allegro lets a message through.
public enum MessageStatus {
    /// It may be delivered or blocked yet.
    VERIFYING,
    /// DELIVERED or INTERACTING: the other side has it.
    DELIVERED,
    /// BLOCKED, DISMISSED, or a status that is new to us.
    HELD_BACK
}
