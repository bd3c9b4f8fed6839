package pl.odzew.mailbox.watch.vertx;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.lease.LeaseKeeper;
import pl.odzew.mailbox.lease.Leases;
import pl.odzew.mailbox.lease.postgres.LeaseConfig;
import pl.odzew.mailbox.lease.postgres.MailboxChanges;
import pl.odzew.mailbox.sending.vertx.Senders;

/// Gives the [LeaseKeeper] its turns: regularly, and at once when a mailbox is free.
@ApplicationScoped
class Ownership {

    private static final Logger LOG = Logger.getLogger(Ownership.class);

    /// What a mail that is being handed over, and the database, may take on top of the draining.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Watchers watchers;
    private final Senders senders;
    private final MailboxChanges changes;
    private final LeaseConfig config;
    private final LeaseKeeper keeper;
    private final AtomicBoolean turning = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean working;
    private volatile boolean stopped;

    Ownership(
            Vertx vertx,
            Watchers watchers,
            Senders senders,
            Leases leases,
            MailboxChanges changes,
            LoginGate gate,
            LeaseConfig config) {
        this.vertx = vertx;
        this.watchers = watchers;
        this.senders = senders;
        this.changes = changes;
        this.config = config;
        this.keeper = new LeaseKeeper(leases, watchers, config.movesAtOnce());
        gate.shareAmong(keeper::replicas);
    }

    void start(@Observes StartupEvent event) {
        changes.listen(new MailboxChanges.Listener() {
            @Override
            public void changed(MailboxId mailbox) {
                if (watchers.watches(mailbox)) {
                    watchers.changedSomewhere(mailbox);
                } else {
                    turn();
                }
            }

            @Override
            public void free() {
                turn();
            }

            @Override
            public void listeningAgain() {
                watchers.changedAnywhere();
            }
        });
        vertx.setPeriodic(config.turnEvery().toMillis(), _ -> turn());
        turn();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        working = false;
        changes.stop();
        int steps = (int) config.drainFor().dividedBy(config.turnEvery());
        try {
            keeper.leave(steps, this::pause)
                    .toCompletableFuture()
                    .get(config.drainFor().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("The mailboxes were not handed over; the others take them when we are silent: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.stop();
    }

    /// Whether this replica has had a turn, and so does its part of the work.
    boolean isWorking() {
        return working;
    }

    private void turn() {
        if (stopped) {
            return;
        }
        if (!turning.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        keeper.turn().whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.warnf("The mailboxes cannot be shared out at the moment: %s", failure);
            } else if (!working && !stopped) {
                working = true;
                senders.start();
            }
            turning.set(false);
            if (again.getAndSet(false)) {
                turn();
            }
        });
    }

    private CompletionStage<Void> pause() {
        var over = new CompletableFuture<Void>();
        vertx.setTimer(config.turnEvery().toMillis(), _ -> over.complete(null));
        return over;
    }
}
