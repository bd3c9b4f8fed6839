package pl.odzew.mailbox.lease;

import java.lang.System.Logger;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Keeps the work of this replica to the mailboxes that are its own, turn by turn.
///
/// Loses leases by being taken for dead and gains those of the dead; gives up what exceeds its share a few
/// at a time, since whoever takes them over has to sign in at the pace that the providers bear.
public final class LeaseKeeper {

    private static final Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    private final Leases leases;
    private final LeaseHolder holder;
    private final int movesAtOnce;

    private volatile Set<Lease> held = Set.of();
    private CompletionStage<Void> moving = CompletableFuture.completedFuture(null);
    private volatile boolean leaving;
    private volatile int replicas = 1;

    /// @param movesAtOnce how many mailboxes are handed over in one turn to make the shares even
    public LeaseKeeper(Leases leases, LeaseHolder holder, int movesAtOnce) {
        this.leases = leases;
        this.holder = holder;
        this.movesAtOnce = movesAtOnce;
    }

    /// Takes a turn; must not be called while one is under way. Where the database does not answer, nothing
    /// changes: it does not answer those either who could take over, and ten thousand connections are not
    /// cut for a pause of it.
    public CompletionStage<Void> turn() {
        return leases.turn(true).thenCompose(turn -> {
            replicas = turn.replicas();
            if (leaving) {
                return CompletableFuture.<Void>completedFuture(null);
            }
            return follow(turn).thenRun(() -> balance(turn.surplus()));
        });
    }

    /// How many replicas share the work, as of the last turn.
    public int replicas() {
        return replicas;
    }

    /// Hands everything over: a few mailboxes at a time while others are there to take them, then the rest
    /// at once.
    ///
    /// @param steps how often a few are handed over before the rest goes
    /// @param pause ends when the next few may go
    public CompletionStage<Void> leave(int steps, Supplier<CompletionStage<Void>> pause) {
        leaving = true;
        return moving.exceptionally(_ -> null)
                .thenCompose(_ -> leases.turn(false))
                .thenCompose(turn -> drain(turn, steps, pause));
    }

    private CompletionStage<Void> drain(Leases.Turn turn, int steps, Supplier<CompletionStage<Void>> pause) {
        List<Lease> next = holder.spare(movesAtOnce);
        if (turn.replicas() == 0 || next.isEmpty() || steps <= 0) {
            return holder.stop(List.copyOf(held)).thenCompose(_ -> leases.leave());
        }
        return handOver(next)
                .thenCompose(_ -> pause.get())
                .thenCompose(_ -> leases.turn(false))
                .thenCompose(after -> drain(after, steps - 1, pause));
    }

    private CompletionStage<Void> follow(Leases.Turn turn) {
        Set<Lease> now = Set.copyOf(turn.held());
        List<Lease> lost = without(held, now);
        List<Lease> gained = without(now, held);
        if (lost.isEmpty() && gained.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.log(
                Logger.Level.INFO,
                "Mailboxes change hands: gained={0} lost={1} held={2} replicas={3}",
                gained.size(),
                lost.size(),
                now.size(),
                turn.replicas());
        // Nobody waits for what is still under way for a lost mailbox: the database no longer believes it.
        holder.stop(lost);
        return holder.begin(gained).thenRun(() -> held = now);
    }

    private static List<Lease> without(Set<Lease> some, Set<Lease> others) {
        return some.stream().filter(lease -> !others.contains(lease)).toList();
    }

    /// Beside the turns, since a mail that is being handed over is awaited.
    private void balance(int surplus) {
        if (surplus > 0 && moving.toCompletableFuture().isDone()) {
            moving = handOver(holder.spare(Math.min(surplus, movesAtOnce)));
        }
    }

    private CompletionStage<Void> handOver(List<Lease> some) {
        return holder.stop(some).thenCompose(_ -> leases.giveUp(some));
    }
}
