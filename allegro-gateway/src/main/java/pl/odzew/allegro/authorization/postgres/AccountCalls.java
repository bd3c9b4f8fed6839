package pl.odzew.allegro.authorization.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.allegro.authorization.AccountFailure;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.events.AccountId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;

/// Calls Allegro for an account with a token that is good; for workers on virtual threads.
@ApplicationScoped
public class AccountCalls {

    private final AccessTokens tokens;
    private final Accounts accounts;

    AccountCalls(AccessTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /// Blocks until the answer is there. A refused token (401) is replaced and the call made once more, which is safe
    /// also for a POST, since nothing was taken. A missing scope makes the account fail.
    ///
    /// Throws [AccountUnusableException] and [AllegroException].
    public <T> T call(AccountId account, Function<Secret, CompletionStage<T>> request) {
        Secret token = Await.result(tokens.current(account).subscribeAsCompletionStage());
        try {
            return Await.result(request.apply(token));
        } catch (AllegroException.Permanent e) {
            return switch (e.code()) {
                case TOKEN_REFUSED -> {
                    Secret other = Await.result(tokens.insteadOf(token, account).subscribeAsCompletionStage());
                    yield Await.result(request.apply(other));
                }
                case SCOPE_MISSING -> {
                    var failure = new AccountFailure(AccountAuthFailureReason.SCOPE_MISSING, e.serverWords());
                    Await.result(accounts.fail(account, failure).subscribeAsCompletionStage());
                    throw new AccountUnusableException(AccountUnusableException.Code.AUTH_FAILED, account);
                }
                case GRANT_REFUSED, THREAD_CLOSED, NOT_FOUND, REFUSED -> throw e;
            };
        }
    }
}
