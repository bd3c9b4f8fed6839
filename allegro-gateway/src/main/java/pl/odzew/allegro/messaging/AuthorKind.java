package pl.odzew.allegro.messaging;

/// Who writes, by the role that Allegro names; roles are an open set.
public enum AuthorKind {
    /// USER or BUYER in `beta.v1`: whether it is the seller himself, the login tells.
    PERSON,
    /// `public.v1` says that it is the other side, whatever the login.
    INTERLOCUTOR,
    /// Of the seller's side, whatever the login: an advisor of Allegro's was seen as SELLER, too (#12905).
    SELLER,
    /// SYSTEM, CHATBOT, CONSULTANT, ALLEGRO, ADMIN, FULFILLMENT: never answered.
    ALLEGRO,
    /// A role, or a type of message, that is new to us: never answered, and logged.
    UNKNOWN
}
