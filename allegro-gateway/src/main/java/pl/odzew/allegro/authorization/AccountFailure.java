package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.account.v1.AccountAuthFailureReason;

/// Why Allegro no longer lets us act for an account.
///
/// @param serverWords Allegro's code and description, with tokens taken out
public record AccountFailure(AccountAuthFailureReason reason, String serverWords) {

    public AccountFailure {
        requireNonNull(reason, "reason is null");
        requireNonNull(serverWords, "serverWords is null");
    }
}
