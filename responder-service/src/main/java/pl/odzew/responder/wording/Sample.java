package pl.odzew.responder.wording;

import org.jspecify.annotations.Nullable;

/// What is known of an invented buyer, to show a text filled.
public record Sample(
        @Nullable String buyer,
        @Nullable String offer,
        @Nullable String order) {

    /// Of whom all is known.
    public static final Sample COMPLETE =
            new Sample("jan_kowalski", "14567890123", "29738e61-7f6a-11ee-ac45-09db60ede9d6");
}
