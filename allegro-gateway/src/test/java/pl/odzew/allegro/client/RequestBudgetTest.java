package pl.odzew.allegro.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    /// Grants when the test says so.
    private static final class Ledger implements BudgetLedger {

        private final List<Integer> wishes = new CopyOnWriteArrayList<>();
        private final List<CompletableFuture<Grant>> grants = new CopyOnWriteArrayList<>();
        private final List<Duration> blocks = new CopyOnWriteArrayList<>();

        @Override
        public CompletionStage<Grant> take(int requests) {
            var grant = new CompletableFuture<Grant>();
            grants.add(grant);
            wishes.add(requests);
            return grant;
        }

        @Override
        public CompletionStage<Void> block(Duration pause) {
            blocks.add(pause);
            return CompletableFuture.completedFuture(null);
        }

        void grantNext() {
            grants.getLast().complete(new Grant(Duration.ZERO));
        }
    }

    private final Ledger ledger = new Ledger();
    private final RequestBudget budget = new RequestBudget(ledger, Clock.systemUTC());

    @Test
    void nothingIsSentWithoutAPermitAndRepliesGoFirst() {
        // Given
        budget.permit(Urgency.POLL);
        List<CompletableFuture<Void>> polls = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            polls.add(budget.permit(Urgency.POLL).toCompletableFuture());
        }
        CompletableFuture<Void> last = budget.permit(Urgency.POLL).toCompletableFuture();
        CompletableFuture<Void> reply = budget.permit(Urgency.REPLY).toCompletableFuture();
        assertThat(polls).noneMatch(CompletableFuture::isDone);

        // When
        ledger.grantNext();

        // Then
        await().until(reply::isDone);
        assertThat(polls.subList(0, 6)).allMatch(CompletableFuture::isDone);
        assertThat(last).isNotDone();
        assertThat(ledger.wishes).containsExactly(8, 8);
        assertThat(budget.requestsLastMinute()).isEqualTo(8);
    }

    @Test
    void whatWaitsIsAskedForTogetherButNeverMoreThanAHandful() {
        // Given
        for (int i = 0; i < 100; i++) {
            budget.permit(Urgency.POLL);
        }

        // When
        ledger.grantNext();

        // Then
        await().until(() -> ledger.wishes.size() == 2);
        assertThat(ledger.wishes).containsExactly(8, 50);
    }

    @Test
    void aLedgerOutOfReachLetsNothingThroughUntilItIsBack() {
        // Given
        CompletableFuture<Void> permit = budget.permit(Urgency.POLL).toCompletableFuture();

        // When
        ledger.grants.getFirst().completeExceptionally(new IllegalStateException("the database is away"));

        // Then
        await().until(() -> ledger.wishes.size() == 2);
        assertThat(permit).isNotDone();

        // When
        ledger.grantNext();

        // Then
        await().until(permit::isDone);
    }

    @Test
    void case37BlockedClientIdPausesEverybodyForAMinute() {
        // Given
        budget.permit(Urgency.POLL);
        ledger.grantNext();
        await().until(() -> budget.requestsLastMinute() == 1);

        // When
        budget.block();

        // Then
        assertThat(ledger.blocks).containsExactly(Duration.ofMinutes(1));
        assertThat(budget.permit(Urgency.REPLY).toCompletableFuture()).isNotDone();
    }
}
