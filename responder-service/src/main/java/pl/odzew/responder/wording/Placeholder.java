package pl.odzew.responder.wording;

import java.util.Arrays;
import java.util.Optional;

/// What a text may leave open until it is sent, written as `{{name}}` or `{{name|fall-back}}`.
///
/// Each has a longest value, so that the length of a text is bounded before any buyer writes; what is longer is cut.
public enum Placeholder {
    /// The buyer's login; mails show a masked address alone.
    BUYER("buyer", 40, true),
    /// The number of the offer about which the buyer writes.
    OFFER("offer", 20, true),
    /// The number of the order about which the buyer writes.
    ORDER("order", 36, true),
    /// When the seller works on this day.
    HOURS_TODAY("hours-today", 120, false),
    /// When the seller begins to work next; absent where he never stops.
    NEXT_OPENING("next-opening", 60, true),
    /// What the seller set once for all texts.
    SIGNATURE("signature", 500, false);

    private final String wireName;
    private final int longest;
    private final boolean mayBeAbsent;

    Placeholder(String wireName, int longest, boolean mayBeAbsent) {
        this.wireName = wireName;
        this.longest = longest;
        this.mayBeAbsent = mayBeAbsent;
    }

    public String wireName() {
        return wireName;
    }

    /// In UTF-16 code units.
    public int longest() {
        return longest;
    }

    /// Whether a text must say what stands in its place; an empty fall-back is one too.
    public boolean mayBeAbsent() {
        return mayBeAbsent;
    }

    public static Optional<Placeholder> named(String wireName) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.wireName.equals(wireName))
                .findFirst();
    }
}
