package pl.odzew.mailbox.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.lease.Leases.Distribution;
import pl.odzew.mailbox.lease.Leases.Replica;

/// What holds of the books in which replicas share the mailboxes, wherever they are kept.
public abstract class LeasesContract {

    /// A further replica of the same installation.
    protected abstract Leases replica();

    /// Makes so many mailboxes.
    protected abstract void connect(int mailboxes);

    /// From now on it is as if the replica had been silent for longer than one may be.
    protected abstract void fallSilent(Leases replica);

    @Test
    void theFirstReplicaTakesAll() {
        // Given
        connect(5);

        // When
        List<Lease> held = turn(replica()).held();

        // Then
        assertThat(held).hasSize(5).doesNotHaveDuplicates().allMatch(lease -> lease.epoch() == 1);
    }

    @Test
    void nobodyTakesWhatAnotherHolds() {
        // Given
        connect(4);
        Leases first = replica();
        turn(first);

        // When
        Leases.Turn second = turn(replica());

        // Then
        assertThat(second.held()).isEmpty();
        assertThat(second.replicas()).isEqualTo(2);
        assertThat(second.mailboxes()).isEqualTo(4);
    }

    @Test
    void whatIsGivenUpIsTakenByWhoHasLessThanHisShare() {
        // Given
        connect(5);
        Leases first = replica();
        Leases second = replica();
        List<Lease> all = turn(first).held();
        turn(second);

        // When
        await(first.giveUp(all.subList(0, 2)));

        // Then
        assertThat(turn(first).held()).hasSize(3);
        assertThat(turn(second).held())
                .hasSize(2)
                .allMatch(lease -> lease.epoch() == 2)
                .extracting(Lease::mailbox)
                .containsExactlyInAnyOrder(all.get(0).mailbox(), all.get(1).mailbox());
    }

    @Test
    void whoFallsSilentLosesAllAndComesBackWithNothing() {
        // Given
        connect(3);
        Leases first = replica();
        Leases second = replica();
        turn(first);
        turn(second);

        // When
        fallSilent(first);

        // Then
        assertThat(turn(second).held()).hasSize(3).allMatch(lease -> lease.epoch() == 2);
        assertThat(turn(first).held()).isEmpty();
    }

    @Test
    void whoWasSilentWhileNobodyLookedGoesOn() {
        // Given
        connect(2);
        Leases only = replica();
        List<Lease> before = turn(only).held();

        // When
        fallSilent(only);

        // Then
        assertThat(turn(only).held()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whoLostItsMailboxesAndFindsThemFreeAgainHoldsThemUnderANewEpoch() {
        // Given
        connect(2);
        Leases first = replica();
        Leases second = replica();
        turn(first);

        // When
        fallSilent(first);
        await(second.turn(false));
        List<Lease> held = turn(first).held();

        // Then
        assertThat(held).hasSize(2).allMatch(lease -> lease.epoch() == 2);
    }

    @Test
    void whoLeavesFreesAllAtOnce() {
        // Given
        connect(3);
        Leases first = replica();
        Leases second = replica();
        turn(first);
        turn(second);

        // When
        await(first.leave());

        // Then
        assertThat(turn(second).held()).hasSize(3);
    }

    @Test
    void whoIsAboutToLeaveCountsNoMore() {
        // Given
        connect(4);
        Leases first = replica();
        Leases second = replica();
        List<Lease> all = turn(first).held();
        await(first.turn(false));

        // When
        await(first.giveUp(all.subList(0, 3)));

        // Then
        assertThat(turn(second).held()).hasSize(3);
    }

    @Test
    void aTurnWithoutTakingTakesNothing() {
        // Given
        connect(3);

        // When
        Leases.Turn turn = await(replica().turn(false));

        // Then
        assertThat(turn.held()).isEmpty();
    }

    @Test
    void aNewMailboxIsTakenInTheNextTurn() {
        // Given
        Leases replica = replica();
        turn(replica);

        // When
        connect(1);

        // Then
        assertThat(turn(replica).held()).hasSize(1);
    }

    @Test
    void showsWhoWorksOnHowMany() {
        // Given
        connect(3);
        Leases first = replica();
        Leases second = replica();
        List<Lease> held = turn(first).held();
        turn(second);
        await(first.giveUp(held.subList(0, 1)));

        // When
        Distribution distribution = await(first.distribution());

        // Then
        assertThat(distribution.waiting()).isEqualTo(1);
        assertThat(distribution.replicas()).extracting(Replica::mailboxes).containsExactlyInAnyOrder(2, 0);
    }

    private static Leases.Turn turn(Leases replica) {
        return await(replica.turn(true));
    }

    protected static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
