package pl.odzew.events.account.v1;

import static java.util.Objects.requireNonNull;

/// `allegro.account.linked.v1`: the seller linked the account, or its addresses changed since.
public record AccountLinked(AccountSnapshot account) implements AccountEvent {

    public AccountLinked {
        requireNonNull(account, "account is null");
    }
}
