package pl.odzew.mailbox.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Time that passes when a test says so, with the timers that wait for it and a loop on which everything happens.
public final class DrivenTime extends Clock implements Timers, Executor {

    private static final class Waiting {
        private final Instant at;
        private final Runnable task;
        private boolean cancelled;

        private Waiting(Instant at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }

    private final PriorityQueue<Waiting> timers = new PriorityQueue<>(Comparator.comparing(waiting -> waiting.at));
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private boolean running;

    /// Lets time pass; what is due on the way happens at its moment.
    public void pass(Duration duration) {
        Instant end = now.plus(duration);
        while (!timers.isEmpty() && !timers.peek().at.isAfter(end)) {
            Waiting next = timers.poll();
            if (!next.cancelled) {
                now = next.at;
                next.task.run();
            }
        }
        now = end;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var waiting = new Waiting(now.plus(delay), task);
        timers.add(waiting);
        return () -> waiting.cancelled = true;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
