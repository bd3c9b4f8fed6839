package pl.odzew.allegro.authorization.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.events.MailAddress;

/// An account as its seller sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String id,
        String login,
        String status,
        Instant statusSince,
        Instant linkedAt,
        List<String> addresses,
        @Nullable LastError lastError) {

    /// @param remedies what ends it
    record LastError(String reason, String serverWords, Instant at, List<String> remedies) {}

    static AccountView of(LinkedAccount account) {
        return new AccountView(
                account.id().toString(),
                account.login().value(),
                account.status().name(),
                account.statusSince(),
                account.linkedAt(),
                account.addresses().stream().map(MailAddress::value).toList(),
                lastError(account));
    }

    private static @Nullable LastError lastError(LinkedAccount account) {
        return account.failure() == null
                ? null
                : new LastError(
                        account.failure().reason().name(),
                        account.failure().serverWords(),
                        account.statusSince(),
                        List.of("LINK_AGAIN"));
    }
}
