package pl.odzew.mailbox.watch;

import java.time.Duration;

/// Wakes somebody up later.
public interface Timers {

    /// Runs the task once, not before the delay is over; on which thread is the implementation's choice.
    Timer after(Duration delay, Runnable task);

    /// A task that waits.
    interface Timer {
        void cancel();
    }
}
