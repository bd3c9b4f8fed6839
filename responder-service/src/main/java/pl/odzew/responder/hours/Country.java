package pl.odzew.responder.hours;

/// The countries whose public holidays a seller may keep: those of Allegro's markets.
public enum Country {
    PL,
    CZ,
    SK,
    HU
}
