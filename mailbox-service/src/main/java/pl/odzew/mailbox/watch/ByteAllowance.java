package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps what is read from one mailbox within 24 hours below what its provider bears: Gmail locks an account
/// for a day that downloads 2,500 MB, its owner's own programs included.
///
/// Counts by the hour. A mailbox that changes hands begins anew, which the distance to the provider's limit
/// covers.
final class ByteAllowance {

    private static final Duration DAY = Duration.ofHours(24);

    private final long limit;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private long total;

    private record Spent(Instant hour, long bytes) {}

    ByteAllowance(long limit) {
        this.limit = limit;
    }

    void spend(long bytes, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Spent last = spent.peekLast();
        if (last != null && last.hour().equals(hour)) {
            spent.removeLast();
            spent.addLast(new Spent(hour, last.bytes() + bytes));
        } else {
            spent.addLast(new Spent(hour, bytes));
        }
        total += bytes;
    }

    boolean isLeft(Instant now) {
        for (Spent first = spent.peekFirst();
                first != null && !now.isBefore(first.hour().plus(DAY));
                first = spent.peekFirst()) {
            total -= first.bytes();
            spent.removeFirst();
        }
        return total < limit;
    }

    /// When the oldest hour of the day is forgotten.
    Instant nextAt(Instant now) {
        Spent first = spent.peekFirst();
        return first == null ? now : first.hour().plus(DAY);
    }
}
