package pl.odzew.allegro.authorization.postgres;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.AccountFailure;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.Allegro;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.authorization.TokenAnswer;
import pl.odzew.allegro.authorization.TokenDoubt;
import pl.odzew.allegro.authorization.TokenPair;
import pl.odzew.allegro.authorization.TokenState;
import pl.odzew.allegro.authorization.Vault;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.events.AccountId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.transport.transaction.Transactions;

/// Access tokens that are good, refreshed ahead of time.
///
/// A refresh token serves once. So a refresh holds the account's row: others wait and find the new pair,
/// and the pair is committed before anybody uses it. A crash between Allegro's answer and the commit
/// costs the consent; nothing can prevent that, and a refresh happens twice a day.
@ApplicationScoped
public class AccessTokens {

    private static final Logger LOG = Logger.getLogger(AccessTokens.class);

    private final Transactions transactions;
    private final Accounts accounts;
    private final Allegro allegro;
    private final Vault vault;
    private final AuthorizationConfig config;
    private final Clock clock;

    AccessTokens(
            Transactions transactions,
            Accounts accounts,
            Allegro allegro,
            Vault vault,
            AuthorizationConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.allegro = allegro;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    private sealed interface Outcome {
        record Usable(Secret access) implements Outcome {}

        record Unusable(AccountUnusableException.Code code) implements Outcome {}

        record Waiting(String what) implements Outcome {}

        /// @param doubt what is remembered of refusals when it is done
        record Refresh(TokenDoubt doubt) implements Outcome {}

        record Lost() implements Outcome {}
    }

    /// Fails with [AccountUnusableException], or with a transient [AllegroException] where a refresh had no answer.
    public Uni<Secret> current(AccountId account) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.find(AccountEntity.class, account.value()))
                        .map(row -> outcome(row, null)))
                .flatMap(outcome -> outcome instanceof Outcome.Refresh
                        ? refreshed(account, null)
                        : Uni.createFrom().item(outcome))
                .flatMap(outcome -> secret(account, outcome));
    }

    /// Another token than the refused one, which Allegro no longer takes although its time is not over.
    public Uni<Secret> insteadOf(Secret refused, AccountId account) {
        return refreshed(account, refused).flatMap(outcome -> secret(account, outcome));
    }

    private Uni<Outcome> refreshed(AccountId account, @Nullable Secret refused) {
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> Accounts.locked(session, account))
                .flatMap(row -> {
                    Outcome outcome = outcome(row, refused);
                    if (row != null && outcome instanceof Outcome.Refresh refresh) {
                        return refresh(row, refresh.doubt());
                    }
                    return row != null && outcome instanceof Outcome.Lost
                            ? lost(row, "its access tokens are refused")
                            : Uni.createFrom().item(outcome);
                }));
    }

    private Outcome outcome(@Nullable AccountEntity row, @Nullable Secret refused) {
        if (row == null) {
            return new Outcome.Unusable(AccountUnusableException.Code.UNLINKED);
        }
        if (row.status != AccountStatus.LINKED) {
            return new Outcome.Unusable(AccountUnusableException.Code.AUTH_FAILED);
        }
        return switch (TokenState.of(row.readTokens(vault), clock.instant(), config.refreshAhead())) {
            case TokenState.Fresh fresh ->
                refused != null && fresh.access().equals(refused) ? doubted(row) : usable(fresh.access());
            case TokenState.Ageing _, TokenState.RunOut _ -> new Outcome.Refresh(TokenDoubt.none());
        };
    }

    private Outcome doubted(AccountEntity row) {
        return switch (row.readDoubt().refused(clock.instant())) {
            case TokenDoubt.Answer.Refresh refresh -> new Outcome.Refresh(refresh.doubt());
            case TokenDoubt.Answer.Wait _ -> new Outcome.Waiting("a token that was just issued is refused");
            case TokenDoubt.Answer.Lost _ -> new Outcome.Lost();
        };
    }

    private static Outcome usable(Secret access) {
        return new Outcome.Usable(access);
    }

    private Uni<Outcome> refresh(AccountEntity row, TokenDoubt doubt) {
        TokenPair old = row.readTokens(vault);
        // The session is bound to the context in which it was opened, and Allegro answers on any thread.
        Context session = requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(() -> allegro.refresh(old.refresh()))
                .emitOn(step -> session.runOnContext(_ -> step.run()))
                .flatMap(answer -> switch (answer) {
                    case TokenAnswer.Issued issued -> {
                        row.writeTokens(issued.tokens(), vault);
                        row.writeDoubt(doubt);
                        LOG.infof("Tokens were refreshed: accountId=%s", row.id);
                        yield Uni.createFrom()
                                .<Outcome>item(
                                        new Outcome.Usable(issued.tokens().access()));
                    }
                    case TokenAnswer.Refused refused -> lost(row, refused.serverWords());
                    case TokenAnswer.NotYet _ -> throw new IllegalStateException("no device was asked about");
                    case TokenAnswer.Unavailable unavailable ->
                        Uni.createFrom()
                                .item(
                                        doubt.refusals() == 0 && isStillGood(old)
                                                ? new Outcome.Usable(old.access())
                                                : new Outcome.Waiting(unavailable.what()));
                });
    }

    private Uni<Outcome> lost(AccountEntity row, String serverWords) {
        return accounts.fail(row, new AccountFailure(AccountAuthFailureReason.CONSENT_LOST, serverWords))
                .replaceWith(new Outcome.Unusable(AccountUnusableException.Code.AUTH_FAILED));
    }

    private boolean isStillGood(TokenPair tokens) {
        return tokens.accessExpiresAt().isAfter(clock.instant());
    }

    private static Uni<Secret> secret(AccountId account, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Usable usable -> Uni.createFrom().item(usable.access());
            case Outcome.Unusable unusable ->
                Uni.createFrom().failure(new AccountUnusableException(unusable.code(), account));
            case Outcome.Waiting waiting ->
                Uni.createFrom()
                        .failure(new AllegroException.Transient(
                                AllegroException.Transient.Code.UNREACHABLE, waiting.what()));
            case Outcome.Refresh _, Outcome.Lost _ -> throw new IllegalStateException("was to be done under the lock");
        };
    }
}
