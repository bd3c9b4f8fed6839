package pl.odzew.responder.settings;

import static java.util.Objects.requireNonNull;

/// The seller's words, sent as they stand.
///
/// At most 2000 UTF-16 code units: Allegro's limit for a message, applied to mail too, so that a text survives the move
/// to version 3.
public record ReplyText(String value) {

    public static final int MAX_LENGTH = 2000;

    /// What a target says until its seller writes something better; it says that it is automatic.
    public static final ReplyText DEFAULT = new ReplyText("""
            Dzień dobry,

            dziękujemy za wiadomość. Odpowiemy na nią tak szybko, jak to możliwe.

            To jest odpowiedź automatyczna.""");

    public ReplyText {
        requireNonNull(value, "value is null");
        if (!isValid(value)) {
            throw new IllegalArgumentException("a text of 1 to " + MAX_LENGTH + " characters expected");
        }
    }

    public static boolean isValid(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH;
    }
}
