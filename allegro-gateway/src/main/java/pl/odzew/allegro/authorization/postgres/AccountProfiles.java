package pl.odzew.allegro.authorization.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.audit.AuditEntry;
import pl.odzew.allegro.authorization.Allegro;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Profile;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.events.AccountId;
import pl.odzew.transport.transaction.Transactions;

/// Logins and addresses, asked for again: sellers change them at Allegro. Calls block, for workers on virtual threads.
@ApplicationScoped
public class AccountProfiles {

    private static final Logger LOG = Logger.getLogger(AccountProfiles.class);

    private static final Duration DAILY = Duration.ofDays(1);

    private final AccountCalls calls;
    private final Accounts accounts;
    private final Allegro allegro;
    private final Transactions transactions;
    private final AuthorizationConfig config;
    private final Clock clock;

    AccountProfiles(
            AccountCalls calls,
            Accounts accounts,
            Allegro allegro,
            Transactions transactions,
            AuthorizationConfig config,
            Clock clock) {
        this.calls = calls;
        this.accounts = accounts;
        this.allegro = allegro;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /// Once a day.
    public void refreshDaily(LinkedAccount account) {
        if (account.isProfileOlderThan(DAILY, clock.instant())) {
            refresh(account.id());
        }
    }

    /// Something hints at another login.
    public void refreshSoon(LinkedAccount account) {
        if (account.isProfileOlderThan(config.profileAgainAfter(), clock.instant())) {
            refresh(account.id());
        }
    }

    /// At once. Throws what calls throw; a change is stored and told.
    public void refresh(AccountId account) {
        Profile profile = calls.read(account, Urgency.REPLY, allegro::profile);
        Await.result(transactions.run(() -> store(account, profile)).subscribeAsCompletionStage());
    }

    private Uni<Void> store(AccountId account, Profile profile) {
        return Panache.getSession()
                .flatMap(session -> Accounts.locked(session, account))
                .flatMap(row -> row == null ? Uni.createFrom().voidItem() : store(row, profile));
    }

    private Uni<Void> store(AccountEntity row, Profile profile) {
        row.profileReadAt = clock.instant();
        LinkedAccount.@Nullable Change change =
                row.read().profiled(profile, clock.instant()).orElse(null);
        if (change == null) {
            return Uni.createFrom().voidItem();
        }
        row.write(change.account());
        LOG.infof("An account has another login or other addresses: accountId=%s", row.id);
        return accounts.record(row, AuditEntry.ALLEGRO, AuditEntry.Action.ACCOUNT_PROFILE_CHANGED, row.login)
                .chain(() -> accounts.publish(change.event()));
    }
}
