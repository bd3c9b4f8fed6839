package pl.odzew.portal.services;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a service says about a request that it did not fulfil (RFC 9457), with the members that ours add.
///
/// @param reason why a mail server or Allegro refuses, a constant
/// @param serverWords what the mail server or Allegro said
/// @param remedies what ends it, best first
/// @param field the field of the request that is wrong, where it is one
/// @param remedy the path of the resource that ends a conflict
public record Problem(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String serverWords,
        @Nullable List<String> remedies,
        @Nullable String field,
        @Nullable List<FieldError> errors,
        @Nullable String remedy) {

    private static final String OURS = "urn:odzew:problem:";

    /// @param message in one service's words, `detail` in another's
    /// @param code for texts, what is wrong with them
    public record FieldError(
            @Nullable String field,
            @Nullable String message,
            @Nullable String detail,
            @Nullable String code) {}

    public static Problem of(int status) {
        return new Problem(null, null, status, null, null, null, null, null, null, null);
    }

    /// The last part of a type of ours; empty for `about:blank`.
    public String kind() {
        String name = type;
        return name != null && name.startsWith(OURS) ? name.substring(OURS.length()) : "";
    }

    /// The first field that is wrong.
    public Optional<String> wrongField() {
        List<FieldError> fields = errors;
        if (field != null) {
            return Optional.of(field);
        }
        return fields == null
                ? Optional.empty()
                : fields.stream()
                        .flatMap(error -> Optional.ofNullable(error.field()).stream())
                        .findFirst();
    }

    public boolean isAboutRequest() {
        return status >= 400 && status < 500;
    }
}
