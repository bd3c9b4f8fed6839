package pl.odzew.mailbox.sending.vertx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.sending.MailTransport;
import pl.odzew.mailbox.sending.ReplySender;
import pl.odzew.mailbox.sending.postgres.PostgresIntents;
import pl.odzew.mailbox.watch.MailConnector;

/// Runs a [ReplySender] for each mailbox that has something due, all of them beside each other, so that a mailbox whose
/// server hangs holds up nobody else.
@ApplicationScoped
public class Senders {

    private static final Logger LOG = Logger.getLogger(Senders.class);

    /// After a failure of ours, or of a connection to the Sent folder.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final PostgresIntents intents;
    private final ReplySender sender;
    private final SendingConfig config;
    private final Set<MailboxId> busy = ConcurrentHashMap.newKeySet();
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
            SendingConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.intents = intents;
        this.sender =
                new ReplySender(intents, mailboxes, lifecycle, transport, connector, gate, config.settings(), clock);
        this.config = config;
        lifecycle.onChange(_ -> wake());
    }

    /// Begins to send; before, [pl.odzew.mailbox.connection.postgres.Tenure] must have begun.
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
                        mailboxes -> mailboxes.forEach(this::begin),
                        failure -> LOG.warnf("What is due to be sent cannot be read: %s", failure));
    }

    private void begin(MailboxId mailbox) {
        if (!running || !busy.add(mailbox)) {
            return;
        }
        Executor loop = loop();
        loop.execute(() -> drain(mailbox, loop).whenComplete((_, failure) -> {
            if (failure == null) {
                busy.remove(mailbox);
                return;
            }
            LOG.warnf("Sending stopped and begins again: mailboxId=%s cause=%s", mailbox, failure);
            vertx.setTimer(PAUSE.toMillis(), _ -> busy.remove(mailbox));
        }));
    }

    /// A failure at once counts as one that comes later: the mailbox may not stay busy for ever.
    private CompletionStage<Void> drain(MailboxId mailbox, Executor loop) {
        try {
            return sender.drain(mailbox, loop);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Executor loop() {
        var context = vertx.getOrCreateContext();
        return task -> context.runOnContext(_ -> task.run());
    }
}
