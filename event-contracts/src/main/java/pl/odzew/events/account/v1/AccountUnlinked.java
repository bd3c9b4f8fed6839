package pl.odzew.events.account.v1;

import static java.util.Objects.requireNonNull;

/// `allegro.account.unlinked.v1`: the seller took the account away; its tokens are gone.
public record AccountUnlinked(AccountSnapshot account) implements AccountEvent {

    public AccountUnlinked {
        requireNonNull(account, "account is null");
    }
}
