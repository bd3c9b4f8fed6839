package pl.odzew.allegro.lease;

/// How many accounts a replica takes or gives back. Pure.
///
/// Each holds at most its share, rounded up, so that the shares cover all accounts, and nothing moves between replicas
/// that differ by the rounding alone.
///
/// @param accounts that there are
/// @param replicas that are alive, this one included
/// @param held by this replica
public record FairShare(int accounts, int replicas, int held) {

    public FairShare {
        if (replicas < 1) {
            throw new IllegalArgumentException("who asks is alive");
        }
    }

    /// At most so many of those that nobody holds.
    public int toTake() {
        return Math.max(0, share() - held);
    }

    public int toGiveBack() {
        return Math.max(0, held - share());
    }

    private int share() {
        return (accounts + replicas - 1) / replicas;
    }
}
