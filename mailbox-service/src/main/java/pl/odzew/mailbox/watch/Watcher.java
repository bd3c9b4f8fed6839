package pl.odzew.mailbox.watch;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.SignIn;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.watch.WatchState.Off;
import pl.odzew.mailbox.watch.WatchState.Step;

/// Watches one mailbox: carries out what [Watch] decides, and tells it what came of it.
///
/// Everything happens on the given executor, one thing at a time; the public methods may be called from any
/// thread. Answers of a connection that was closed meanwhile are dropped by counting connections.
public final class Watcher {

    /// What all watchers share.
    ///
    /// @param settings how mailboxes are watched
    public record Tools(
            MailConnector connector,
            LoginCheck submission,
            Mailboxes mailboxes,
            Lifecycle lifecycle,
            LoginGate gate,
            Cursors cursors,
            Delivery delivery,
            SentReader sent,
            Timers timers,
            WatchSettings settings,
            Patience patience,
            Clock clock) {}

    private static final Logger LOG = System.getLogger(Watcher.class.getName());
    private static final String INBOX = "INBOX";

    private final MailboxId id;
    private final Lease lease;
    private final Tools tools;
    private final Executor loop;
    private final Watch watch;
    private final ByteAllowance allowance;

    private WatchState state = new Off();
    private long generation;
    private @Nullable Mailbox mailbox;
    private volatile @Nullable MailConnection connection;
    private Timers.@Nullable Timer timer;

    public Watcher(Lease lease, Tools tools, Executor loop) {
        this.id = lease.mailbox();
        this.lease = lease;
        this.tools = tools;
        this.loop = loop;
        this.allowance = new ByteAllowance(tools.settings().bytesADay());
        this.watch = new Watch(tools.settings(), tools.patience());
    }

    public void start(Mailbox present) {
        loop.execute(() -> {
            mailbox = present;
            take(new Signal.Start(present));
        });
    }

    /// The mailbox was changed by somebody else.
    public void changed(Mailbox present) {
        loop.execute(() -> {
            mailbox = present;
            take(new Signal.Changed(present));
        });
    }

    public void gone() {
        loop.execute(() -> take(new Signal.Gone()));
    }

    public void stop() {
        loop.execute(() -> take(new Signal.Stop()));
    }

    /// Whether a connection is open at this moment; from any thread.
    public boolean isConnected() {
        return connection != null;
    }

    private void take(Signal signal) {
        Step step = watch.next(state, signal, tools.clock().instant());
        state = step.next();
        step.actions().forEach(this::carryOut);
    }

    private void carryOut(Action action) {
        switch (action) {
            case Action.Open open -> open(open.itsTurn());
            case Action.Examine _ -> command(open -> open.examine(INBOX).thenApply(Signal.Examined::new));
            case Action.ListFrom list ->
                command(open -> open.uidsFrom(list.first())
                        .thenCompose(this::reachedAgain)
                        .thenApply(Signal.Listed::new));
            // Every mail has a From, and an empty value is contained in each (RFC 3501 §6.4.4, HEADER).
            case Action.ListSince list ->
                command(open -> open.uidsWithHeader("From", "", list.since())
                        .thenCompose(this::reachedAgain)
                        .thenApply(Signal.Listed::new));
            case Action.Fetch fetch -> fetch(fetch.uids());
            case Action.Deliver deliver -> deliver(deliver.mails(), deliver.then());
            case Action.ReadSent _ -> readSent();
            case Action.Idle idle -> command(open -> open.idle(idle.atMost()).thenApply(_ -> new Signal.IdleEnded()));
            case Action.Close _ -> close();
            case Action.Wait wait -> waitFor(wait.delay());
            case Action.ReportUnreachable report -> reportUnreachable(report.since(), report.what());
        }
    }

    private void open(boolean itsTurn) {
        cancelTimer();
        Mailbox present = mailbox;
        if (itsTurn || present == null) {
            signIn();
            return;
        }
        switch (tools.gate().ask(present)) {
            case LoginGate.Admission.Go _ -> signIn();
            case LoginGate.Admission.Turn turn -> take(new Signal.Turn(turn.at()));
            case LoginGate.Admission.Held held -> take(new Signal.Held(held.until()));
        }
    }

    private void signIn() {
        answer(tools.mailboxes()
                .signIn(id)
                .thenCompose(found -> found.map(this::signIn)
                        .orElseGet(
                                () -> CompletableFuture.completedFuture(new Attempt(new Signal.Gone(), null, null)))));
    }

    /// What came of an attempt to sign in; the connection is ours to close if nobody waits for it any more.
    private record Attempt(
            Signal signal,
            @Nullable Mailbox mailbox,
            @Nullable MailConnection connection) {}

    private void answer(CompletionStage<Attempt> attempt) {
        long mine = ++generation;
        attempt.whenCompleteAsync(
                (done, failure) -> {
                    MailConnection opened = done == null ? null : done.connection();
                    if (mine != generation) {
                        if (opened != null) {
                            opened.logout();
                        }
                        return;
                    }
                    if (done == null) {
                        stuck(failure);
                        return;
                    }
                    connection = opened;
                    mailbox = done.mailbox() == null ? mailbox : done.mailbox();
                    take(done.signal());
                },
                loop);
    }

    private CompletionStage<Attempt> signIn(SignIn signIn) {
        boolean refusedBySmtp = signIn.mailbox()
                .trouble()
                .flatMap(Condition.Troubled::refusedBy)
                .filter(MailProtocol.SMTP::equals)
                .isPresent();
        if (!refusedBySmtp) {
            return signInToImap(signIn, Set.of(MailProtocol.IMAP));
        }
        return tools.submission().check(signIn.servers().smtp(), signIn.login()).thenCompose(check -> switch (check) {
            case LoginCheck.Check.Accepted _ -> signInToImap(signIn, Set.of(MailProtocol.IMAP, MailProtocol.SMTP));
            case LoginCheck.Check.Refused refused -> refused(signIn, refused.refusal());
            case LoginCheck.Check.Unreachable unreachable -> unreachable(signIn, unreachable.what());
        });
    }

    private CompletionStage<Attempt> signInToImap(SignIn signIn, Set<MailProtocol> accepting) {
        return tools.connector().open(signIn.servers().imap(), signIn.login()).thenCompose(opening -> switch (opening) {
            case MailConnector.Opening.Open open -> opened(signIn, accepting, open.connection());
            case MailConnector.Opening.Refused refused -> refused(signIn, refused.refusal());
            case MailConnector.Opening.Unreachable unreachable -> unreachable(signIn, unreachable.what());
        });
    }

    private CompletionStage<Attempt> opened(SignIn signIn, Set<MailProtocol> accepting, MailConnection open) {
        Mailbox before = signIn.mailbox();
        CompletionStage<Optional<Mailbox>> after;
        if (before.condition() instanceof Condition.Ok || before.condition() instanceof Condition.Unreachable) {
            after = CompletableFuture.completedFuture(Optional.of(before));
        } else if (before.trouble().orElse(null) instanceof Condition.Unreachable) {
            after = tools.lifecycle().nothingLearned(before);
        } else {
            after = tools.lifecycle().accepted(before, accepting);
        }
        return after.thenCombine(
                        tools.cursors().load(id),
                        (present, cursor) -> present.map(
                                        now -> new Attempt(new Signal.Opened(now, cursor.orElse(null)), now, open))
                                .orElseGet(() -> new Attempt(new Signal.Gone(), null, open)))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        open.close();
                    }
                });
    }

    /// A mailbox whose server did not answer is reached again when INBOX can be read, not when a sign-in works.
    private <T> CompletionStage<T> reachedAgain(T read) {
        Mailbox present = mailbox;
        if (present == null || !(present.condition() instanceof Condition.Unreachable)) {
            return CompletableFuture.completedFuture(read);
        }
        return tools.lifecycle()
                .accepted(present, Set.of(MailProtocol.IMAP))
                .thenApplyAsync(
                        after -> {
                            mailbox = after.orElse(present);
                            return read;
                        },
                        loop);
    }

    private CompletionStage<Attempt> refused(SignIn signIn, ServerRefusal refusal) {
        Verdict verdict = tools.lifecycle().classify(refusal, signIn.mailbox());
        return tools.lifecycle()
                .refused(signIn.mailbox(), refusal.protocol(), verdict)
                .thenApply(present -> present.map(now -> new Attempt(new Signal.Refused(now, verdict), now, null))
                        .orElseGet(() -> new Attempt(new Signal.Gone(), null, null)));
    }

    private CompletionStage<Attempt> unreachable(SignIn signIn, String what) {
        CompletionStage<Optional<Mailbox>> after = signIn.mailbox().condition() instanceof Condition.Probing
                ? tools.lifecycle().nothingLearned(signIn.mailbox())
                : CompletableFuture.completedFuture(Optional.of(signIn.mailbox()));
        return after.thenApply(present -> present.map(now -> new Attempt(new Signal.Unreachable(now, what), now, null))
                .orElseGet(() -> new Attempt(new Signal.Gone(), null, null)));
    }

    private void command(Function<MailConnection, CompletionStage<? extends Signal>> command) {
        MailConnection open = connection;
        if (open == null) {
            return;
        }
        signalWhenDone(() -> command.apply(open));
    }

    private void deliver(List<RawMail> mails, @Nullable Cursor then) {
        Mailbox present = mailbox;
        if (present != null) {
            signalWhenDone(
                    () -> tools.delivery().deliver(lease, present, mails, then).thenApply(_ -> new Signal.Delivered()));
        }
    }

    private void fetch(List<Uid> uids) {
        Instant now = tools.clock().instant();
        if (!allowance.isLeft(now)) {
            LOG.log(Logger.Level.WARNING, "As much was read today as the provider bears: mailboxId={0}", id);
            take(new Signal.Exhausted(allowance.nextAt(now)));
            return;
        }
        command(open -> open.fetch(uids, tools.settings().maxMailBytes())
                .thenApplyAsync(
                        mails -> {
                            allowance.spend(
                                    mails.stream()
                                            .mapToLong(mail -> mail.bytes().length)
                                            .sum(),
                                    now);
                            return new Signal.Fetched(mails);
                        },
                        loop));
    }

    /// A Sent folder that cannot be read keeps nobody from INBOX: it is looked into again at its time.
    private void readSent() {
        Mailbox present = mailbox;
        if (present != null) {
            command(open -> tools.sent()
                    .read(open, lease, present)
                    .exceptionallyCompose(failure -> isRefused(failure)
                            ? CompletableFuture.completedFuture(true)
                            : CompletableFuture.failedFuture(failure))
                    .thenApply(Signal.SentRead::new));
        }
    }

    private static boolean isRefused(Throwable failure) {
        return cause(failure) instanceof MailConnectionException refused
                && refused.code() == MailConnectionException.Code.COMMAND_REFUSED;
    }

    /// What throws at once counts as what fails later; it would end the watch without a word otherwise.
    private void signalWhenDone(Supplier<CompletionStage<? extends Signal>> work) {
        long mine = generation;
        CompletionStage<? extends Signal> stage =
                CompletableFuture.<Void>completedFuture(null).thenCompose(_ -> work.get());
        stage.whenCompleteAsync(
                (signal, failure) -> {
                    if (mine != generation) {
                        return;
                    }
                    if (failure == null) {
                        take(signal);
                    } else if (cause(failure) instanceof MailConnectionException lost) {
                        LOG.log(Logger.Level.DEBUG, "The connection is lost: mailboxId={0} code={1}", id, lost.code());
                        take(new Signal.Lost(lost.code(), String.valueOf(lost.getMessage())));
                    } else {
                        stuck(failure);
                    }
                },
                loop);
    }

    private void stuck(Throwable failure) {
        LOG.log(Logger.Level.WARNING, "The watch is stuck and begins anew: mailboxId=" + id, cause(failure));
        take(new Signal.Stuck());
    }

    private void close() {
        generation++;
        cancelTimer();
        MailConnection open = connection;
        connection = null;
        if (open != null) {
            open.logout();
        }
    }

    private void waitFor(Duration delay) {
        cancelTimer();
        long mine = generation;
        timer = tools.timers()
                .after(
                        delay,
                        () -> loop.execute(() -> {
                            if (mine == generation) {
                                take(new Signal.TimeIsUp());
                            }
                        }));
    }

    private void cancelTimer() {
        Timers.Timer waiting = timer;
        timer = null;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    private void reportUnreachable(Instant since, String what) {
        Mailbox present = mailbox;
        if (present != null && !(present.condition() instanceof Condition.Unreachable)) {
            tools.lifecycle().unreachable(present, since, what).whenComplete((_, failure) -> {
                if (failure != null) {
                    LOG.log(Logger.Level.WARNING, "Cannot be reported as unreachable: mailboxId=" + id, cause(failure));
                }
            });
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
