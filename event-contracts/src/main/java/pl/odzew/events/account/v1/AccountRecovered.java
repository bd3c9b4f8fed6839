package pl.odzew.events.account.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// `allegro.account.recovered.v1`: an account that had failed is read again.
public record AccountRecovered(AccountSnapshot account, Instant brokenSince) implements AccountEvent {

    public AccountRecovered {
        requireNonNull(account, "account is null");
        requireNonNull(brokenSince, "brokenSince is null");
    }
}
