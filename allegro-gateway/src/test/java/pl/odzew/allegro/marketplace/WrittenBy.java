package pl.odzew.allegro.marketplace;

/// Who put a message into a thread, as only the stand-in can know.
public enum WrittenBy {
    BUYER,
    /// The seller himself, on Allegro's pages.
    PERSON,
    /// An application with the seller's token.
    API,
    /// Allegro: its chatbot, consultants, system messages.
    ALLEGRO
}
