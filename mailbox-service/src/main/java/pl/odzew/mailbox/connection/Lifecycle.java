package pl.odzew.mailbox.connection;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;

/// Takes what was seen of a mailbox's credential to its condition, whoever saw it: so one problem is one event.
///
/// Safe for use by many threads. Listeners are told after the change is committed, on the thread that stored it.
public final class Lifecycle {

    private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

    private final Mailboxes mailboxes;
    private final Patience patience;
    private final OutageDesk outages;
    private final Classifier classifier;
    private final Clock clock;
    private final List<Consumer<Mailbox>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<MailboxId>> goneListeners = new CopyOnWriteArrayList<>();

    public Lifecycle(Mailboxes mailboxes, Patience patience, OutageDesk outages, Classifier classifier, Clock clock) {
        this.mailboxes = mailboxes;
        this.patience = patience;
        this.outages = outages;
        this.classifier = classifier;
        this.clock = clock;
    }

    public void onChange(Consumer<Mailbox> listener) {
        listeners.add(listener);
    }

    /// These servers took the credential.
    public CompletionStage<Optional<Mailbox>> accepted(Mailbox seen, Set<MailProtocol> by) {
        return change(seen, mailbox -> mailbox.accepted(seen.credentialVersion(), by, clock.instant()))
                .thenCompose(after -> canaryTried(seen, after, true));
    }

    public Verdict classify(ServerRefusal refusal, Mailbox mailbox) {
        return classifier.classify(refusal, mailbox.provider());
    }

    /// A server refused the sign-in.
    public CompletionStage<Optional<Mailbox>> refused(Mailbox seen, MailProtocol by, Verdict verdict) {
        Instant now = clock.instant();
        LOG.log(
                Logger.Level.INFO,
                "A sign-in was refused: mailboxId={0} protocol={1} verdict={2}",
                seen.id(),
                by,
                verdict.getClass().getSimpleName());
        CompletionStage<Ruling> judged = Mailbox.isGuarded(verdict)
                ? outages.ruling(seen.providerKey())
                : CompletableFuture.completedFuture(Ruling.FREE);
        return judged.thenCompose(ruling -> change(
                        seen, mailbox -> mailbox.refused(seen.credentialVersion(), by, verdict, patience, ruling, now)))
                .thenCompose(after -> verdict instanceof Verdict.Accusing
                        ? canaryTried(seen, after, !Mailbox.isGuarded(verdict))
                        : CompletableFuture.completedFuture(after));
    }

    /// While its provider is doubted, this one tries for all.
    CompletionStage<Optional<Mailbox>> canary(MailboxId id) {
        return change(id, mailbox -> mailbox.canary(clock.instant()));
    }

    /// Its provider is believed after all.
    CompletionStage<Optional<Mailbox>> believed(MailboxId id) {
        return change(id, mailbox -> mailbox.believed(clock.instant()));
    }

    /// Its provider has recovered.
    CompletionStage<Optional<Mailbox>> doubtAnew(MailboxId id) {
        return change(id, mailbox -> mailbox.doubtAnew(clock.instant()));
    }

    /// The server has not answered since then.
    public CompletionStage<Optional<Mailbox>> unreachable(Mailbox seen, Instant since, String what) {
        return change(seen, mailbox -> mailbox.unreachable(since, what, clock.instant()));
    }

    /// A check could not be made.
    public CompletionStage<Optional<Mailbox>> nothingLearned(Mailbox seen) {
        return change(seen, Mailbox::nothingLearned);
    }

    /// The seller asks for a check.
    public CompletionStage<Optional<Mailbox>> checking(Mailbox seen, Deed deed) {
        return change(seen, mailbox -> mailbox.checking(clock.instant()).by(deed));
    }

    /// The seller pauses it.
    public CompletionStage<Optional<Mailbox>> paused(Mailbox seen, Deed deed) {
        return change(seen, mailbox -> mailbox.paused(clock.instant()).by(deed));
    }

    /// The seller resumes it.
    public CompletionStage<Optional<Mailbox>> resumed(Mailbox seen, Deed deed) {
        return change(seen, mailbox -> mailbox.resumed(clock.instant()).by(deed));
    }

    /// Tells the listeners of a change that was stored by another way: connected, new password.
    public void tell(Mailbox after) {
        for (Consumer<Mailbox> listener : listeners) {
            try {
                listener.accept(after);
            } catch (RuntimeException e) {
                LOG.log(Logger.Level.ERROR, "A listener failed: mailboxId=" + after.id(), e);
            }
        }
    }

    public void onGone(Consumer<MailboxId> listener) {
        goneListeners.add(listener);
    }

    /// Tells the listeners of a mailbox that was taken away.
    public void tellGone(MailboxId id) {
        goneListeners.forEach(listener -> listener.accept(id));
    }

    private CompletionStage<Optional<Mailbox>> canaryTried(Mailbox seen, Optional<Mailbox> after, boolean clear) {
        return seen.isCanary()
                ? outages.tried(seen.providerKey(), clear).thenApply(_ -> after)
                : CompletableFuture.completedFuture(after);
    }

    private CompletionStage<Optional<Mailbox>> change(MailboxId id, Function<Mailbox, Change> decision) {
        return mailboxes
                .find(id)
                .thenCompose(found -> found.map(seen -> change(seen, decision))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletionStage<Optional<Mailbox>> change(Mailbox seen, Function<Mailbox, Change> decision) {
        MailboxId id = seen.id();
        return mailboxes.change(id, decision).thenApply(after -> {
            after.filter(mailbox -> !mailbox.condition().equals(seen.condition()))
                    .ifPresent(mailbox -> {
                        log(seen, mailbox);
                        tell(mailbox);
                    });
            return after;
        });
    }

    private static void log(Mailbox before, Mailbox after) {
        if (before.condition().status() != after.condition().status()) {
            LOG.log(
                    Logger.Level.INFO,
                    "The mailbox has another condition: mailboxId={0} from={1} to={2}",
                    after.id(),
                    before.condition().status(),
                    after.condition().status());
        }
    }
}
