package pl.odzew.responder.wording;

import static java.util.Objects.requireNonNull;

/// Something in a text that the seller should know, with its place.
///
/// @param position of its first character, counted from 0 in UTF-16 code units
public record TextFault(Kind kind, int position, String excerpt) {

    /// What it is; all but the last two forbid the text.
    public enum Kind {
        BLANK,
        /// Longer than the channel takes once every placeholder has its longest value.
        TOO_LONG,
        /// `{{` without an end.
        NOT_CLOSED,
        UNKNOWN_PLACEHOLDER,
        /// The value may be absent, and the text does not say what stands there then.
        NEEDS_FALLBACK,
        /// Allegro holds messages with links back from the buyer.
        LINK,
        /// As a link: Allegro takes a bare domain for one.
        DOMAIN;

        public boolean forbids() {
            return switch (this) {
                case BLANK, TOO_LONG, NOT_CLOSED, UNKNOWN_PLACEHOLDER, NEEDS_FALLBACK -> true;
                case LINK, DOMAIN -> false;
            };
        }
    }

    public TextFault {
        requireNonNull(kind, "kind is null");
        requireNonNull(excerpt, "excerpt is null");
    }
}
