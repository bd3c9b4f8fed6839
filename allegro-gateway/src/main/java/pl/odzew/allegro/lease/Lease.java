package pl.odzew.allegro.lease;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import pl.odzew.events.AccountId;

/// The right to work for an account, until another replica takes it.
///
/// @param epoch grows with each change of hands; a write under an older one has no effect
public record Lease(AccountId account, UUID replica, long epoch) {

    public Lease {
        requireNonNull(account, "account is null");
        requireNonNull(replica, "replica is null");
    }
}
