package pl.odzew.mailbox.watch.vertx;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.PersonsAnswers;
import pl.odzew.mailbox.intake.ReturnedReplies;
import pl.odzew.mailbox.intake.UnknownMails;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.lease.LeaseHolder;
import pl.odzew.mailbox.publication.MessageEvents;
import pl.odzew.mailbox.sending.vertx.Senders;
import pl.odzew.mailbox.watch.Cursors;
import pl.odzew.mailbox.watch.Delivery;
import pl.odzew.mailbox.watch.MailConnector;
import pl.odzew.mailbox.watch.SentReader;
import pl.odzew.mailbox.watch.Tally;
import pl.odzew.mailbox.watch.Watcher;

/// Watches and sends for the mailboxes whose leases this replica holds.
@ApplicationScoped
public class Watchers implements LeaseHolder {

    private static final Logger LOG = Logger.getLogger(Watchers.class);

    /// What takes longer is looked for by the mailbox's next holder.
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    /// From so many on all mailboxes are read at once instead of each by itself.
    private static final int MANY = 50;

    private final Vertx vertx;
    private final Mailboxes mailboxes;
    private final Senders senders;
    private final Watcher.Tools tools;
    private final Map<MailboxId, Watched> watched = new ConcurrentHashMap<>();

    Watchers(
            Vertx vertx,
            Mailboxes mailboxes,
            Lifecycle lifecycle,
            LoginGate gate,
            Senders senders,
            MailConnector connector,
            LoginCheck submission,
            Intake intake,
            PersonsAnswers answers,
            MessageEvents messages,
            ReturnedReplies returned,
            UnknownMails unknown,
            Cursors cursors,
            Tally tally,
            Patience patience,
            WatchConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.mailboxes = mailboxes;
        this.senders = senders;
        this.tools = new Watcher.Tools(
                connector,
                submission,
                mailboxes,
                lifecycle,
                gate,
                cursors,
                new Delivery(intake, messages, returned, unknown, cursors, tally, clock),
                new SentReader(answers, messages, cursors),
                new VertxTimers(vertx),
                config.settings(() -> ThreadLocalRandom.current().nextDouble()),
                patience,
                clock);
        lifecycle.onChange(this::changedHere);
        lifecycle.onGone(this::forget);
        for (MailboxStatus status : MailboxStatus.values()) {
            Gauge.builder("odzew.mailboxes", () -> count(status))
                    .description("Mailboxes of this replica by their condition")
                    .tag("status", status.name())
                    .register(registry);
        }
    }

    /// A mailbox and who watches it.
    ///
    /// @param changes how often it was changed by this replica; whoever reads it from the database compares
    ///     before and after, so that an older state never follows a newer one
    private record Watched(Lease lease, Watcher watcher, Mailbox mailbox, int changes) {

        Watched with(Mailbox present) {
            return new Watched(lease, watcher, present, changes + 1);
        }
    }

    @Override
    public CompletionStage<Void> begin(List<Lease> leases) {
        return present(leases)
                .thenAccept(found -> leases.forEach(lease -> {
                    Mailbox mailbox = found.get(lease.mailbox());
                    if (mailbox != null) {
                        begin(lease, mailbox);
                    }
                }));
    }

    private void begin(Lease lease, Mailbox mailbox) {
        watched.compute(mailbox.id(), (_, before) -> {
            if (before != null && before.lease().equals(lease)) {
                return before;
            }
            if (before != null) {
                before.watcher().stop();
            }
            // A context of its own: the caller's would put all mailboxes onto one event loop.
            Context context = ((VertxInternal) vertx).createEventLoopContext();
            var watcher = new Watcher(lease, tools, task -> context.runOnContext(_ -> task.run()));
            watcher.start(mailbox);
            return new Watched(lease, watcher, mailbox, 0);
        });
        senders.begin(lease);
    }

    @Override
    public CompletionStage<Void> stop(List<Lease> leases) {
        CompletableFuture<?>[] quiet = leases.stream()
                .map(lease -> {
                    watched.computeIfPresent(lease.mailbox(), (_, present) -> {
                        if (!present.lease().equals(lease)) {
                            return present;
                        }
                        present.watcher().stop();
                        return null;
                    });
                    return senders.stop(lease).toCompletableFuture();
                })
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(quiet)
                .completeOnTimeout(null, LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Those that are not signed in lose nothing.
    @Override
    public List<Lease> spare(int count) {
        return watched.values().stream()
                .sorted(Comparator.comparing(one -> one.watcher().isConnected()))
                .limit(count)
                .map(Watched::lease)
                .toList();
    }

    /// The mailbox was taken away.
    public void forget(MailboxId mailbox) {
        Watched gone = watched.remove(mailbox);
        if (gone != null) {
            gone.watcher().gone();
            senders.stop(gone.lease());
        }
    }

    boolean watches(MailboxId mailbox) {
        return watched.containsKey(mailbox);
    }

    /// Some replica changed the mailbox, possibly this one, which knows then.
    void changedSomewhere(MailboxId id) {
        Watched before = watched.get(id);
        if (before == null) {
            return;
        }
        mailboxes.find(id).whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.warnf("A changed mailbox cannot be read: mailboxId=%s cause=%s", id, failure);
            } else if (found.isEmpty()) {
                forget(id);
            } else {
                changedTo(found.get(), before);
            }
        });
    }

    /// Changes may have gone unheard.
    void changedAnywhere() {
        watched.keySet().forEach(this::changedSomewhere);
    }

    private void changedTo(Mailbox present, Watched before) {
        Watched after = watched.computeIfPresent(
                present.id(), (_, now) -> now.changes() == before.changes() ? now.with(present) : now);
        if (after == null || after.mailbox() != present) {
            if (after != null && after.changes() != before.changes()) {
                changedSomewhere(present.id());
            }
            return;
        }
        if (!present.equals(before.mailbox())) {
            after.watcher().changed(present);
            senders.wake();
        }
    }

    private void changedHere(Mailbox mailbox) {
        Watched after = watched.computeIfPresent(mailbox.id(), (_, present) -> present.with(mailbox));
        if (after != null) {
            after.watcher().changed(mailbox);
        }
    }

    private CompletionStage<Map<MailboxId, Mailbox>> present(List<Lease> leases) {
        if (leases.size() >= MANY) {
            return mailboxes.all().thenApply(all -> all.stream().collect(byId()));
        }
        List<CompletableFuture<Optional<Mailbox>>> each = new ArrayList<>();
        leases.forEach(lease -> each.add(mailboxes.find(lease.mailbox()).toCompletableFuture()));
        return CompletableFuture.allOf(each.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> each.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .collect(byId()));
    }

    private static java.util.stream.Collector<Mailbox, ?, Map<MailboxId, Mailbox>> byId() {
        return Collectors.toMap(Mailbox::id, Function.identity());
    }

    private long count(MailboxStatus status) {
        return watched.values().stream()
                .map(one -> one.mailbox().condition().status())
                .filter(status::equals)
                .count();
    }
}
