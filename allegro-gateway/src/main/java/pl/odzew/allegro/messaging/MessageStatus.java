package pl.odzew.allegro.messaging;

/// How far Allegro lets a message through.
public enum MessageStatus {
    /// It may be delivered or blocked yet.
    VERIFYING,
    /// DELIVERED or INTERACTING: the other side has it.
    DELIVERED,
    /// Held back, because of a link for instance; its author sees it for 24 h (#7376).
    BLOCKED,
    DISMISSED,
    /// A status that is new to us; it counts as held back.
    UNKNOWN;

    /// Whether it is held back now; it may be let through later.
    public boolean isHeldBack() {
        return switch (this) {
            case BLOCKED, DISMISSED, UNKNOWN -> true;
            case VERIFYING, DELIVERED -> false;
        };
    }
}
