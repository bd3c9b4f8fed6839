package pl.odzew.notification.catcher;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One mail for one recipient.
///
/// @param to the recipient of the envelope, which need not stand in the header
/// @param headers unfolded but not decoded; of a repeated one the first
public record CaughtMail(
        String id,
        String to,
        String from,
        String subject,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String html,
        Map<String, String> headers) {

    /// @return null where the mail has no such header; upper and lower case do not matter
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
