package pl.odzew.allegro.client;

/// Whose request goes first where there are more than the budget allows.
public enum Urgency {
    /// Something that a person waits for: a reply, a consent, a token.
    REPLY,
    /// Asking whether there is something new.
    POLL
}
