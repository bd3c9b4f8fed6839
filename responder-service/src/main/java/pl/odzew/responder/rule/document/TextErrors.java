package pl.odzew.responder.rule.document;

import java.util.Arrays;
import java.util.stream.Collectors;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.wording.Placeholder;
import pl.odzew.responder.wording.TextFault;

/// What is wrong with a text, in a caller's terms.
public final class TextErrors {

    private static final String PLACEHOLDERS =
            Arrays.stream(Placeholder.values()).map(Placeholder::wireName).collect(Collectors.joining(", "));

    private TextErrors() {}

    /// @param fault one that forbids the text
    public static FieldError error(String field, TextFault fault) {
        String detail = switch (fault.kind()) {
            case BLANK -> "a text expected, not only blanks";
            case TOO_LONG -> "too long when its placeholders have their longest values: " + fault.excerpt();
            case NOT_CLOSED -> "a placeholder that is not closed: " + fault.excerpt();
            case UNKNOWN_PLACEHOLDER -> "unknown placeholder " + fault.excerpt() + "; there are " + PLACEHOLDERS;
            case NEEDS_FALLBACK -> "say what stands there when it is not known, as in {{buyer|…}}: " + fault.excerpt();
            case LINK -> "Allegro holds back messages with links: " + fault.excerpt();
            case DOMAIN -> "Allegro takes a domain for a link: " + fault.excerpt();
        };
        return new FieldError(field, detail, fault.kind().name(), fault.position());
    }
}
