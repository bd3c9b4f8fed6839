package pl.odzew.mailbox.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailboxId;

class LeaseKeeperTest {

    private static final int MOVES = 2;

    private final MemoryLeases.Books books = new MemoryLeases.Books();
    private final Worker first = new Worker();
    private final Worker second = new Worker();

    @Test
    void worksOnEveryMailboxOfTheBooks() {
        // Given
        connect(3);

        // When
        first.turn();

        // Then
        assertThat(first.working).hasSize(3);
    }

    @Test
    void evensTheSharesOutAFewAtATime() {
        // Given
        connect(10);
        first.turn();
        second.turn();

        // When
        first.turn();
        int afterOneTurn = first.working.size();
        for (int i = 0; i < 5; i++) {
            second.turn();
            first.turn();
        }

        // Then
        assertThat(afterOneTurn).isEqualTo(10 - MOVES);
        assertThat(first.working).hasSize(5);
        assertThat(second.working).hasSize(5).doesNotContainAnyElementsOf(first.working);
    }

    @Test
    void givesNothingUpBeforeItIsAtRest() {
        // Given
        connect(2);
        first.turn();
        second.turn();
        first.busy = new CompletableFuture<>();

        // When
        first.turn();
        second.turn();

        // Then
        assertThat(second.working).isEmpty();

        // When
        first.busy.complete(null);
        second.turn();

        // Then
        assertThat(second.working).hasSize(1);
    }

    @Test
    void takesOverFromTheDeadAndIsToldSoWhenItWasTheDead() {
        // Given
        connect(2);
        first.turn();
        second.turn();

        // When
        first.leases.fallSilent();
        second.turn();
        first.turn();

        // Then
        assertThat(second.working).hasSize(2);
        assertThat(first.working).isEmpty();
    }

    @Test
    void beginsAnewUnderTheNewEpochWhenNobodyElseTookOver() {
        // Given
        connect(1);
        first.turn();
        Lease before = first.working.iterator().next();

        // When
        first.leases.fallSilent();
        second.leases.turn(false);
        first.turn();

        // Then
        assertThat(first.working).containsExactly(new Lease(before.mailbox(), before.epoch() + 1));
    }

    @Test
    void asksAgainForWhatCouldNotBegin() {
        // Given
        connect(1);
        first.failing = true;
        assertThat(first.keeper.turn()).isCompletedExceptionally();

        // When
        first.failing = false;
        first.turn();

        // Then
        assertThat(first.working).hasSize(1);
    }

    @Test
    void leavesAtOnceWhenNobodyElseIsThere() {
        // Given
        connect(5);
        first.turn();

        // When
        CompletionStage<Void> left = first.keeper.leave(100, () -> new CompletableFuture<>());

        // Then
        assertThat(left).isCompleted();
        assertThat(first.working).isEmpty();
        second.turn();
        assertThat(second.working).hasSize(5);
    }

    @Test
    void leavesAFewAtATimeWhileOthersTakeThem() {
        // Given
        connect(6);
        first.turn();
        second.turn();
        List<Integer> sizes = new ArrayList<>();

        // When
        CompletionStage<Void> left = first.keeper.leave(100, () -> {
            second.turn();
            sizes.add(first.working.size());
            return CompletableFuture.completedFuture(null);
        });

        // Then
        assertThat(left).isCompleted();
        assertThat(sizes).startsWith(4, 2, 0);
    }

    @Test
    void leavesTheRestAtOnceWhenItsTimeIsOver() {
        // Given
        connect(6);
        first.turn();
        second.turn();

        // When
        CompletionStage<Void> left = first.keeper.leave(1, () -> CompletableFuture.completedFuture(null));

        // Then
        assertThat(left).isCompleted();
        second.turn();
        assertThat(second.working).hasSize(6);
    }

    @Test
    void neverTakesATurnAgainAfterItHasLeft() {
        // Given
        connect(1);
        first.turn();
        first.keeper.leave(0, () -> new CompletableFuture<>());

        // When
        first.turn();

        // Then
        assertThat(first.working).isEmpty();
    }

    private void connect(int mailboxes) {
        for (int i = 0; i < mailboxes; i++) {
            books.connect(MailboxId.random());
        }
    }

    /// A replica that only remembers what it works on.
    private final class Worker implements LeaseHolder {
        private final MemoryLeases leases = new MemoryLeases(books);
        private final LeaseKeeper keeper = new LeaseKeeper(leases, this, MOVES);
        private final Set<Lease> working = new LinkedHashSet<>();
        private @Nullable CompletableFuture<Void> busy;
        private boolean failing;

        void turn() {
            assertThat(keeper.turn()).isCompleted();
        }

        @Override
        public CompletionStage<Void> begin(List<Lease> some) {
            if (failing) {
                return CompletableFuture.failedFuture(new IllegalStateException("the database is away"));
            }
            working.addAll(some);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> stop(List<Lease> some) {
            working.removeAll(some);
            return busy == null ? CompletableFuture.completedFuture(null) : busy;
        }

        @Override
        public List<Lease> spare(int count) {
            return working.stream().limit(count).toList();
        }
    }
}
