package pl.odzew.portal.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A linked Allegro account as allegro-gateway tells of it.
///
/// @param addresses the mail addresses from which Allegro takes mail for buyers
public record AccountView(
        String id,
        String login,
        String status,
        @Nullable Instant statusSince,
        @Nullable Instant linkedAt,
        @Nullable List<String> addresses,
        @Nullable LastError lastError) {

    public record LastError(
            String reason,
            @Nullable String serverWords,
            @Nullable Instant at,
            @Nullable List<String> remedies) {}

    /// Whether it must be linked again.
    public boolean isBroken() {
        return status.equals("AUTH_FAILED");
    }

    public boolean owns(String address) {
        return addresses != null && addresses.stream().anyMatch(address::equalsIgnoreCase);
    }
}
