package pl.odzew.mailbox.watch.vertx;

import io.vertx.core.Vertx;
import java.time.Duration;
import pl.odzew.mailbox.watch.Timers;

/// Timers of Vert.x, which cost no thread.
final class VertxTimers implements Timers {

    private final Vertx vertx;

    VertxTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
        return () -> vertx.cancelTimer(id);
    }
}
