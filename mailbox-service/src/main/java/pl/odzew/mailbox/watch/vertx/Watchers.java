package pl.odzew.mailbox.watch.vertx;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.postgres.Tenure;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.ReturnedReplies;
import pl.odzew.mailbox.publication.MessageEvents;
import pl.odzew.mailbox.sending.vertx.Senders;
import pl.odzew.mailbox.watch.Cursors;
import pl.odzew.mailbox.watch.Delivery;
import pl.odzew.mailbox.watch.MailConnector;
import pl.odzew.mailbox.watch.Tally;
import pl.odzew.mailbox.watch.Watcher;

/// Watches every mailbox of the database, from the start of the service or from the moment it is connected.
@ApplicationScoped
public class Watchers {

    private static final Logger LOG = Logger.getLogger(Watchers.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Mailboxes mailboxes;
    private final Tenure tenure;
    private final Senders senders;
    private final WatchConfig config;
    private final Watcher.Tools tools;
    private final Map<MailboxId, Watcher> watchers = new ConcurrentHashMap<>();
    private final Map<MailboxId, MailboxStatus> statuses = new ConcurrentHashMap<>();
    private volatile boolean accepting;
    private volatile boolean working;

    Watchers(
            Vertx vertx,
            Mailboxes mailboxes,
            Lifecycle lifecycle,
            LoginGate gate,
            Tenure tenure,
            Senders senders,
            MailConnector connector,
            LoginCheck submission,
            Intake intake,
            MessageEvents messages,
            ReturnedReplies returned,
            Cursors cursors,
            Tally tally,
            Patience patience,
            WatchConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.mailboxes = mailboxes;
        this.tenure = tenure;
        this.senders = senders;
        this.config = config;
        this.tools = new Watcher.Tools(
                connector,
                submission,
                mailboxes,
                lifecycle,
                gate,
                cursors,
                new Delivery(intake, messages, returned, cursors, tally, clock),
                new VertxTimers(vertx),
                config.settings(() -> ThreadLocalRandom.current().nextDouble()),
                patience,
                clock);
        lifecycle.onChange(this::changed);
        for (MailboxStatus status : MailboxStatus.values()) {
            Gauge.builder("odzew.mailboxes", () -> count(status))
                    .description("Mailboxes by their condition")
                    .tag("status", status.name())
                    .register(registry);
        }
    }

    void start(@Observes StartupEvent event) {
        tenure.begin()
                .chain(epoch -> {
                    LOG.infof("The mailboxes are taken over: epoch=%d", epoch);
                    accepting = true; // A mailbox that is connected from now on may be missing in the list.
                    return Uni.createFrom().completionStage(mailboxes::all);
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("The mailboxes cannot be read yet: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(this::startAll, failure -> LOG.error("The mailboxes are not watched", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        stopAll();
    }

    /// Whether the mailboxes are watched by this process.
    public boolean isWorking() {
        return working;
    }

    /// The mailbox was taken away.
    public void forget(MailboxId mailbox) {
        statuses.remove(mailbox);
        Watcher watcher = watchers.remove(mailbox);
        if (watcher != null) {
            watcher.gone();
        }
    }

    private void startAll(List<Mailbox> all) {
        working = true;
        long pause = 1_000L / Math.max(1, config.startsPerSecond());
        for (int i = 0; i < all.size(); i++) {
            Mailbox mailbox = all.get(i);
            statuses.put(mailbox.id(), mailbox.condition().status());
            vertx.setTimer(1 + i * pause, _ -> watch(mailbox));
        }
        LOG.infof("Mailboxes are watched: count=%d", all.size());
        senders.start();
        vertx.setPeriodic(config.tenureCheckEvery().toMillis(), _ -> checkTenure());
    }

    private void changed(Mailbox mailbox) {
        statuses.put(mailbox.id(), mailbox.condition().status());
        Watcher watcher = watchers.get(mailbox.id());
        if (watcher == null) {
            watch(mailbox);
        } else {
            watcher.changed(mailbox);
        }
    }

    private void watch(Mailbox mailbox) {
        if (accepting) {
            watchers.computeIfAbsent(mailbox.id(), id -> {
                Context context = vertx.getOrCreateContext();
                var watcher = new Watcher(id, tools, task -> context.runOnContext(_ -> task.run()));
                watcher.start(mailbox);
                return watcher;
            });
        }
    }

    private void checkTenure() {
        if (working) {
            tenure.lasts()
                    .subscribe()
                    .with(
                            lasts -> {
                                if (!lasts) {
                                    LOG.error("Another process has taken over the mailboxes; this one stops working");
                                    stopAll();
                                }
                            },
                            failure -> LOG.debugf("The tenure cannot be checked: %s", failure));
        }
    }

    private void stopAll() {
        accepting = false;
        working = false;
        senders.stop();
        watchers.values().forEach(Watcher::stop);
        watchers.clear();
    }

    private long count(MailboxStatus status) {
        return statuses.values().stream().filter(status::equals).count();
    }
}
