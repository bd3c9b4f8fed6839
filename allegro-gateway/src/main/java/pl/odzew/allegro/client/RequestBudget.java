package pl.odzew.allegro.client;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// This replica's part in the requests that Allegro allows the client id: every request needs a permit.
///
/// Permits are taken from the ledger a handful at a time, as many as wait, and thrown away when nobody used them for a
/// while; so what replicas hold back from each other is never more than a handful. Replies go before polls. Safe
/// for many threads.
public final class RequestBudget {

    private static final int FEWEST = 8;
    private static final int MOST = 50;
    private static final Duration GOOD_FOR = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration BLOCK = Duration.ofMinutes(1);
    private static final int SECONDS = 60;

    private final BudgetLedger ledger;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Urgency, Deque<CompletableFuture<Void>>> waiting = new EnumMap<>(Urgency.class);
    private final int[] sent = new int[SECONDS];
    private long lastSecond;
    private int permits;
    private Instant permitsEnd = Instant.MIN;
    private boolean asking;

    public RequestBudget(BudgetLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        for (Urgency urgency : Urgency.values()) {
            waiting.put(urgency, new ArrayDeque<>());
        }
    }

    /// Ends when the request may be sent; never fails: while the ledger cannot be reached, nothing is sent.
    public CompletionStage<Void> permit(Urgency urgency) {
        var permit = new CompletableFuture<Void>();
        lock.lock();
        try {
            waitingFor(urgency).add(permit);
        } finally {
            lock.unlock();
        }
        serve();
        return permit;
    }

    /// Allegro said that the client id has sent too much: all replicas wait, this one with the permits it holds.
    public CompletionStage<Void> block() {
        lock.lock();
        try {
            permits = 0;
        } finally {
            lock.unlock();
        }
        return ledger.block(BLOCK);
    }

    /// Sent by this replica, for operators.
    public int requestsLastMinute() {
        lock.lock();
        try {
            roll();
            int sum = 0;
            for (int count : sent) {
                sum += count;
            }
            return sum;
        } finally {
            lock.unlock();
        }
    }

    /// Hands out what there is and asks for what is missing.
    private void serve() {
        var served = new ArrayList<CompletableFuture<Void>>();
        int missing;
        lock.lock();
        try {
            if (!clock.instant().isBefore(permitsEnd)) {
                permits = 0;
            }
            while (permits > 0) {
                @Nullable CompletableFuture<Void> next = nextWaiting();
                if (next == null) {
                    break;
                }
                permits--;
                count();
                served.add(next);
            }
            missing = asking ? 0 : missing();
            asking |= missing > 0;
        } finally {
            lock.unlock();
        }
        // Outside of the lock: what waits goes on in this thread.
        served.forEach(each -> each.complete(null));
        if (missing > 0) {
            ask(missing);
        }
    }

    private int missing() {
        int waits = 0;
        for (Deque<CompletableFuture<Void>> queue : waiting.values()) {
            waits += queue.size();
        }
        return waits == 0 ? 0 : Math.clamp(waits, FEWEST, MOST);
    }

    private void ask(int requests) {
        ledger.take(requests).whenComplete((grant, failure) -> {
            if (failure == null) {
                after(grant.after(), () -> granted(requests));
            } else {
                after(AFTER_FAILURE, () -> granted(0));
            }
        });
    }

    private void granted(int requests) {
        lock.lock();
        try {
            asking = false;
            permits = requests;
            permitsEnd = clock.instant().plus(GOOD_FOR);
        } finally {
            lock.unlock();
        }
        serve();
    }

    private static void after(Duration wait, Runnable then) {
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(then);
    }

    private @Nullable CompletableFuture<Void> nextWaiting() {
        for (Urgency urgency : List.of(Urgency.REPLY, Urgency.POLL)) {
            CompletableFuture<Void> next = waitingFor(urgency).poll();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private Deque<CompletableFuture<Void>> waitingFor(Urgency urgency) {
        return requireNonNull(waiting.get(urgency));
    }

    private void count() {
        roll();
        sent[Math.floorMod(lastSecond, SECONDS)]++;
    }

    private void roll() {
        long now = clock.instant().getEpochSecond();
        for (long second = Math.max(lastSecond + 1, now - SECONDS + 1); second <= now; second++) {
            sent[Math.floorMod(second, SECONDS)] = 0;
        }
        lastSecond = Math.max(lastSecond, now);
    }
}
