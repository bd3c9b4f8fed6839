package pl.odzew.mailbox.sending.vertx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.sending.Attachments;
import pl.odzew.mailbox.sending.MailTransport;
import pl.odzew.mailbox.sending.ReplySender;
import pl.odzew.mailbox.sending.postgres.PostgresIntents;
import pl.odzew.mailbox.watch.MailConnector;

/// Runs a [ReplySender] for each of our mailboxes that has something due, all of them beside each other, so
/// that a mailbox whose server hangs holds up nobody else.
@ApplicationScoped
public class Senders {

    private static final Logger LOG = Logger.getLogger(Senders.class);

    /// After a failure of ours, or of a connection to the Sent folder.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final PostgresIntents intents;
    private final ReplySender sender;
    private final SendingConfig config;
    /// The mailboxes that are ours to send for, each with what is under way for it.
    private final Map<Lease, Turn> ours = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean running;
    private long poll;

    Senders(
            Vertx vertx,
            PostgresIntents intents,
            Mailboxes mailboxes,
            Lifecycle lifecycle,
            MailTransport transport,
            MailConnector connector,
            LoginGate gate,
            Attachments attachments,
            SendingConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.intents = intents;
        this.sender = new ReplySender(
                intents, mailboxes, lifecycle, transport, connector, gate, attachments, config.settings(), clock);
        this.config = config;
        lifecycle.onChange(_ -> wake());
    }

    /// Begins to send for what is and will be ours.
    public void start() {
        running = true;
        poll = vertx.setPeriodic(config.pollEvery().toMillis(), _ -> wake());
        wake();
    }

    /// Takes up nothing new; what is being handed over is left to end.
    public void stop() {
        running = false;
        vertx.cancelTimer(poll);
    }

    /// The mailbox is ours from now on.
    public void begin(Lease lease) {
        ours.putIfAbsent(lease, new Turn());
    }

    /// It is not ours any more; ends when nothing is under way for it.
    public CompletionStage<Void> stop(Lease lease) {
        Turn turn = ours.remove(lease);
        return turn == null ? CompletableFuture.completedFuture(null) : turn.leave();
    }

    /// Something may be due.
    public void wake() {
        if (!running) {
            return;
        }
        if (!looking.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        intents.recoverClaims()
                .invoke(recovered -> {
                    if (recovered > 0) {
                        LOG.warnf("Replies were left in doubt and are looked for: count=%d", recovered);
                    }
                })
                .chain(() -> Uni.createFrom().completionStage(intents::due))
                .onTermination()
                .invoke(() -> {
                    looking.set(false);
                    if (again.getAndSet(false)) {
                        wake();
                    }
                })
                .subscribe()
                .with(
                        leases -> leases.forEach(this::drain),
                        failure -> LOG.warnf("What is due to be sent cannot be read: %s", failure));
    }

    private void drain(Lease lease) {
        Turn turn = lease.isNobodys() ? ours.computeIfAbsent(lease, _ -> new Turn()) : ours.get(lease);
        if (!running || turn == null || !turn.take()) {
            return;
        }
        Executor loop = loop();
        loop.execute(() -> drain(lease, turn, loop).whenComplete((_, failure) -> {
            if (failure == null) {
                turn.end();
            } else {
                LOG.warnf("Sending stopped and begins again: mailboxId=%s cause=%s", lease.mailbox(), failure);
                vertx.setTimer(PAUSE.toMillis(), _ -> turn.end());
            }
            if (lease.isNobodys()) {
                ours.remove(lease);
            }
        }));
    }

    /// A failure at once counts as one that comes later: the mailbox may not stay busy for ever.
    private CompletionStage<Void> drain(Lease lease, Turn turn, Executor loop) {
        try {
            return sender.drain(lease, turn::lasts, loop);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Executor loop() {
        var context = vertx.getOrCreateContext();
        return task -> context.runOnContext(_ -> task.run());
    }
}
