package pl.odzew.events;

/// The way by which a buyer's message came and a reply goes.
public enum Channel {
    MAILBOX,
    ALLEGRO
}
