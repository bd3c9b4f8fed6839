package pl.odzew.events.account.v1;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/// `allegro.account.recovered.v1`: an account that had failed is read again.
public record AccountRecovered(AccountSnapshot account, Instant brokenSince) implements AccountEvent {

    public AccountRecovered {
        requireNonNull(account, "account is null");
        requireNonNull(brokenSince, "brokenSince is null");
    }
}
