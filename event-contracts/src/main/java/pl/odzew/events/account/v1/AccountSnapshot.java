package pl.odzew.events.account.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;

/// A linked Allegro account as it is after an event.
///
/// @param version grows by one with each event of this account; a reader ignores what is not newer than what it has
/// @param login the seller's login at Allegro
/// @param addresses the mail addresses from which Allegro takes mail for buyers
public record AccountSnapshot(
        AccountId accountId,
        SellerId sellerId,
        long version,
        String login,
        List<MailAddress> addresses,
        AccountStatus status,
        Instant statusSince) {

    public AccountSnapshot {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(login, "login is null");
        addresses = List.copyOf(addresses);
        requireNonNull(status, "status is null");
        requireNonNull(statusSince, "statusSince is null");
    }
}
