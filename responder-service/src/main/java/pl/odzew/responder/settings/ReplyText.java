package pl.odzew.responder.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import pl.odzew.responder.wording.Placeholder;
import pl.odzew.responder.wording.Template;
import pl.odzew.responder.wording.TextFault;

/// A target's own words: all that version 1 says, and what version 2 and 3 say where no rule and no default does.
///
/// At most 2000 UTF-16 code units when its placeholders have their longest values: Allegro's limit for a
/// message, applied to mail too, so that a text survives the move to version 3.
public record ReplyText(String value) {

    private static final String LONGEST_SIGNATURE = "x".repeat(Placeholder.SIGNATURE.longest());

    /// What a target says until its seller writes something better; it says that it is automatic.
    public static final ReplyText DEFAULT = new ReplyText("""
            Dzień dobry,

            dziękujemy za wiadomość. Odpowiemy na nią tak szybko, jak to możliwe.

            To jest odpowiedź automatyczna.""");

    public ReplyText {
        requireNonNull(value, "value is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a text expected");
        }
    }

    /// What the seller should know of such a text before it is saved; the seller's signature may have any length.
    public static List<TextFault> faultsOf(String value) {
        return Template.of(value).faults(Template.ALLEGRO_LIMIT, LONGEST_SIGNATURE);
    }
}
