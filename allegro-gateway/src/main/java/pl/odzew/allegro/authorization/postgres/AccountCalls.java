package pl.odzew.allegro.authorization.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.logging.Logger;
import pl.odzew.allegro.authorization.AccountFailure;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.Pace;
import pl.odzew.allegro.client.RequestBudget;
import pl.odzew.allegro.client.TooMany;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.events.AccountId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;

/// Calls Allegro for an account with a token that is good, within the budget; for workers on virtual
/// threads.
@ApplicationScoped
public class AccountCalls {

    private static final Logger LOG = Logger.getLogger(AccountCalls.class);

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final RequestBudget budget;
    private final Pace pace;
    private final TooMany tooMany;

    AccountCalls(AccessTokens tokens, Accounts accounts, RequestBudget budget, Pace pace, TooMany tooMany) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.budget = budget;
        this.pace = pace;
        this.tooMany = tooMany;
    }

    /// Reads: blocks until the answer is there. A refused token (401) is replaced and the call made once
    /// more. A missing scope makes the account fail. While a seller pauses after a 429, nothing is sent
    /// for him.
    ///
    /// Throws [AccountUnusableException] and [AllegroException].
    public <T> T read(AccountId account, Urgency urgency, Function<Secret, CompletionStage<T>> request) {
        Duration pause = pace.pause(account);
        if (pause.isPositive()) {
            throw new AllegroException.Transient(
                    AllegroException.Transient.Code.TOO_MANY_REQUESTS, "paused for " + pause.toSeconds() + " s");
        }
        try {
            return call(account, urgency, request);
        } catch (AllegroException.Transient e) {
            if (e.code() == AllegroException.Transient.Code.TOO_MANY_REQUESTS) {
                refusedForReading(account);
            }
            throw e;
        }
    }

    /// Writes, which is safe to repeat after a 401, since nothing was taken; otherwise as [#read]. The
    /// pause between a seller's POSTs is the caller's.
    public <T> T write(AccountId account, Function<Secret, CompletionStage<T>> request) {
        try {
            return call(account, Urgency.REPLY, request);
        } catch (AllegroException.Transient e) {
            if (e.code() == AllegroException.Transient.Code.TOO_MANY_REQUESTS) {
                pace.tooMany(account);
            }
            throw e;
        }
    }

    private void refusedForReading(AccountId account) {
        pace.tooMany(account);
        if (tooMany.concernsAll(account)) {
            LOG.warn("Allegro blocks the client id: all pause");
            Await.result(budget.block());
        }
    }

    private <T> T call(AccountId account, Urgency urgency, Function<Secret, CompletionStage<T>> request) {
        Secret token = Await.result(tokens.current(account).subscribeAsCompletionStage());
        try {
            return send(urgency, request, token);
        } catch (AllegroException.Permanent e) {
            return switch (e.code()) {
                case TOKEN_REFUSED -> {
                    Secret other = Await.result(tokens.insteadOf(token, account).subscribeAsCompletionStage());
                    yield send(urgency, request, other);
                }
                case SCOPE_MISSING -> {
                    var failure = new AccountFailure(AccountAuthFailureReason.SCOPE_MISSING, e.serverWords());
                    Await.result(accounts.fail(account, failure).subscribeAsCompletionStage());
                    throw new AccountUnusableException(AccountUnusableException.Code.AUTH_FAILED, account);
                }
                case GRANT_REFUSED, THREAD_CLOSED, DAILY_LIMIT, NOT_FOUND, REFUSED -> throw e;
            };
        }
    }

    private <T> T send(Urgency urgency, Function<Secret, CompletionStage<T>> request, Secret token) {
        Await.result(budget.permit(urgency));
        return Await.result(request.apply(token));
    }
}
