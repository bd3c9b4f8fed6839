package pl.odzew.portal.autoresponder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a text looks like when it is sent, and what is wrong with it.
///
/// @param errors why it cannot be saved
/// @param warnings why Allegro may hold it back
public record Preview(
        String text, int length, int worstCaseLength, int limit, List<Fault> errors, List<Fault> warnings) {

    /// @param code a constant of responder-service's faults of texts
    public record Fault(
            @Nullable String field,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String excerpt) {}
}
