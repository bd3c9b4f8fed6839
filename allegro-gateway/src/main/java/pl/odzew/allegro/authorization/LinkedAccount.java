package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.AccountId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.account.v1.AccountUnlinked;

/// An Allegro account of a seller; its methods are what may happen to it, each with the event that tells of it.
///
/// @param version grows with each event
/// @param linkedAt when it was last linked or recovered; what buyers wrote before is backlog
/// @param profileReadAt when Allegro was last asked for login and addresses
public record LinkedAccount(
        AccountId id,
        SellerId sellerId,
        AllegroUserId userId,
        Login login,
        List<MailAddress> addresses,
        AccountStatus status,
        Instant statusSince,
        @Nullable AccountFailure failure,
        long version,
        Instant linkedAt,
        Instant profileReadAt) {

    public LinkedAccount {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(userId, "userId is null");
        requireNonNull(login, "login is null");
        addresses = List.copyOf(addresses);
        requireNonNull(status, "status is null");
        requireNonNull(statusSince, "statusSince is null");
        requireNonNull(linkedAt, "linkedAt is null");
        requireNonNull(profileReadAt, "profileReadAt is null");
    }

    /// A new state and the event to publish with it.
    public record Change(LinkedAccount account, AccountEvent event) {}

    public static Change linked(SellerId seller, Profile profile, Instant now) {
        var account = new LinkedAccount(
                AccountId.random(),
                seller,
                profile.userId(),
                profile.login(),
                profile.addresses(),
                AccountStatus.LINKED,
                now,
                null,
                1,
                now,
                now);
        return new Change(account, new AccountLinked(account.snapshot()));
    }

    /// The same seller consented once more: an account that had failed recovers.
    public Change linkedAgain(Profile profile, Instant now) {
        boolean recovers = status == AccountStatus.AUTH_FAILED;
        var account = new LinkedAccount(
                id,
                sellerId,
                userId,
                profile.login(),
                profile.addresses(),
                AccountStatus.LINKED,
                recovers ? now : statusSince,
                null,
                version + 1,
                recovers ? now : linkedAt,
                now);
        return new Change(
                account,
                recovers
                        ? new AccountRecovered(account.snapshot(), statusSince)
                        : new AccountLinked(account.snapshot()));
    }

    /// Allegro refuses us; empty where that is known already, so that one trouble is one event.
    public Optional<Change> failed(AccountFailure why, Instant now) {
        if (status == AccountStatus.AUTH_FAILED) {
            return Optional.empty();
        }
        var account = new LinkedAccount(
                id,
                sellerId,
                userId,
                login,
                addresses,
                AccountStatus.AUTH_FAILED,
                now,
                why,
                version + 1,
                linkedAt,
                profileReadAt);
        return Optional.of(
                new Change(account, new AccountAuthFailed(account.snapshot(), why.reason(), why.serverWords())));
    }

    /// Allegro was asked once more who the seller is; empty where nothing has changed.
    public Optional<Change> profiled(Profile profile, Instant now) {
        if (!profile.userId().equals(userId)) {
            throw new IllegalArgumentException("another user's profile");
        }
        if (profile.login().equals(login) && profile.addresses().equals(addresses)) {
            return Optional.empty();
        }
        var account = new LinkedAccount(
                id,
                sellerId,
                userId,
                profile.login(),
                profile.addresses(),
                status,
                statusSince,
                failure,
                version + 1,
                linkedAt,
                now);
        return Optional.of(new Change(account, new AccountLinked(account.snapshot())));
    }

    public boolean isProfileOlderThan(Duration age, Instant now) {
        return profileReadAt.isBefore(now.minus(age));
    }

    public AccountUnlinked unlinked(Instant now) {
        return new AccountUnlinked(
                new AccountSnapshot(id, sellerId, version + 1, login.value(), addresses, AccountStatus.UNLINKED, now));
    }

    private AccountSnapshot snapshot() {
        return new AccountSnapshot(id, sellerId, version, login.value(), addresses, status, statusSince);
    }
}
