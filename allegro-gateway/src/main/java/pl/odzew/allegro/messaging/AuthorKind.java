package pl.odzew.allegro.messaging;

/// Who writes, by the role that Allegro names; roles are an open set, and the direction never follows from them.
public enum AuthorKind {
    /// USER, BUYER or SELLER: which of the two, the login tells.
    PERSON,
    /// SYSTEM, CHATBOT, CONSULTANT, ALLEGRO, ADMIN, FULFILLMENT: never answered.
    ALLEGRO,
    /// A role that is new to us: never answered, and logged.
    UNKNOWN
}
