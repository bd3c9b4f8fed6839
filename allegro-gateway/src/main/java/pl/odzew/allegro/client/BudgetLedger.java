package pl.odzew.allegro.client;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/// The requests that all replicas together may send, kept where all of them see it.
public interface BudgetLedger {

    /// Permits, to be used when the wait is over.
    record Grant(Duration after) {}

    /// Grants so many; how long to wait for them says the grant, never a refusal.
    CompletionStage<Grant> take(int requests);

    /// Allegro has blocked the client id: nobody sends anything for so long.
    CompletionStage<Void> block(Duration pause);
}
