package pl.odzew.events.account.v1;

import static java.util.Objects.requireNonNull;

/// `allegro.account.auth-failed.v1`: Allegro no longer lets us act for the account until it is linked again.
///
/// @param serverWords Allegro's error code and description, with tokens taken out
public record AccountAuthFailed(AccountSnapshot account, AccountAuthFailureReason reason, String serverWords)
        implements AccountEvent {

    public AccountAuthFailed {
        requireNonNull(account, "account is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(serverWords, "serverWords is null");
    }
}
