package pl.odzew.events.account.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.odzew.events.Event;
import pl.odzew.events.SellerId;

/// An event about a linked Allegro account; the key is the account id.
public sealed interface AccountEvent extends Event
        permits AccountLinked, AccountAuthFailed, AccountRecovered, AccountUnlinked {

    /// The account as it is after the event.
    AccountSnapshot account();

    @Override
    @JsonIgnore
    default SellerId sellerId() {
        return account().sellerId();
    }

    @Override
    @JsonIgnore
    default String key() {
        return account().accountId().toString();
    }
}
