package pl.odzew.mailbox.sending;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.LoginGate;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.SignIn;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.watch.MailConnector;

/// Sends what is due through one mailbox, one reply after the other.
///
/// Before each reply it looks into the Sent folder: a person's answer ends ours. The claim is written right
/// before the mail is handed over, so what a crash leaves in doubt is at most the one reply that was under
/// way.
public final class ReplySender {

    private static final Logger LOG = System.getLogger(ReplySender.class.getName());

    private final Intents intents;
    private final Mailboxes mailboxes;
    private final Lifecycle lifecycle;
    private final MailTransport transport;
    private final MailConnector connector;
    private final LoginGate gate;
    private final Attachments attachments;
    private final SendingSettings settings;
    private final Clock clock;
    private final Map<MailboxId, Rest> resting = new ConcurrentHashMap<>();

    public ReplySender(
            Intents intents,
            Mailboxes mailboxes,
            Lifecycle lifecycle,
            MailTransport transport,
            MailConnector connector,
            LoginGate gate,
            Attachments attachments,
            SendingSettings settings,
            Clock clock) {
        this.intents = intents;
        this.mailboxes = mailboxes;
        this.lifecycle = lifecycle;
        this.transport = transport;
        this.connector = connector;
        this.gate = gate;
        this.attachments = attachments;
        this.settings = settings;
        this.clock = clock;
    }

    /// Sends until nothing is due, the mailbox takes no more or is given up. Must not be called for a
    /// mailbox while it still runs.
    ///
    /// @param isOurs asked before each reply
    /// @param loop where the next reply is begun, so that a long row of them does not deepen the stack
    public CompletionStage<Void> drain(Lease lease, BooleanSupplier isOurs, Executor loop) {
        return new Drain(lease, isOurs, loop).run();
    }

    /// After a refused sign-in the whole mailbox rests, not the one reply alone: each further reply would
    /// sign in too, and answer a throttle with a storm. A new password ends it.
    private record Rest(long credentialVersion, Instant until) {}

    private boolean isResting(Mailbox mailbox) {
        Rest rest = resting.get(mailbox.id());
        if (rest == null) {
            return false;
        }
        boolean lasts = rest.credentialVersion() == mailbox.credentialVersion()
                && clock.instant().isBefore(rest.until());
        if (!lasts) {
            resting.remove(mailbox.id(), rest);
        }
        return lasts;
    }

    /// Whether there may be more to do.
    private enum Next {
        GO_ON,
        STOP
    }

    /// One run over a mailbox, with one look into its Sent folder open at most.
    private final class Drain {
        private final Lease lease;
        private final MailboxId mailbox;
        private final BooleanSupplier isOurs;
        private final Executor loop;
        private @Nullable SentFolder sent;

        private Drain(Lease lease, BooleanSupplier isOurs, Executor loop) {
            this.lease = lease;
            this.mailbox = lease.mailbox();
            this.isOurs = isOurs;
            this.loop = loop;
        }

        CompletionStage<Void> run() {
            return next().whenComplete((_, _) -> {
                SentFolder open = sent;
                if (open != null) {
                    open.close();
                }
            });
        }

        private CompletionStage<Void> next() {
            if (!isOurs.getAsBoolean()) {
                return CompletableFuture.completedFuture(null);
            }
            return step().thenComposeAsync(
                            next -> next == Next.GO_ON ? next() : CompletableFuture.<Void>completedFuture(null), loop);
        }

        private CompletionStage<Next> step() {
            return mailboxes.signIn(mailbox).thenCompose(found -> {
                SignIn signIn = found.orElse(null);
                boolean canSend = signIn == null
                        || signIn.mailbox().condition().status() == MailboxStatus.OK
                                && !isResting(signIn.mailbox())
                                && !gate.isHeld(signIn.mailbox());
                return intents.nextDue(mailbox, !canSend)
                        .thenCompose(due -> due.map(intent -> handle(signIn, intent, canSend))
                                .orElseGet(() -> CompletableFuture.completedFuture(Next.STOP)));
            });
        }

        private CompletionStage<Next> handle(@Nullable SignIn signIn, Intent intent, boolean canSend) {
            Instant now = clock.instant();
            if (signIn == null) {
                return settle(intent, whenMailboxIsGone(intent.stage()));
            }
            return switch (intent.stage()) {
                case Intent.Stage.Doubtful doubtful ->
                    canSend ? lookFor(signIn, intent, doubtful) : withoutALook(signIn, intent, doubtful, now);
                case Intent.Stage.Pending _ ->
                    now.isBefore(intent.request().expiresAt())
                            ? sendIfWanted(signIn, intent, now)
                            : settle(intent, new Settlement.Failed(ReplyFailureReason.EXPIRED, null));
            };
        }

        private CompletionStage<Next> lookFor(SignIn signIn, Intent intent, Intent.Stage.Doubtful doubtful) {
            return withSentFolder(
                    signIn,
                    intent,
                    folder -> folder.holds(intent.replyId(), doubtful.attemptedAt())
                            .thenCompose(found -> settle(
                                    intent,
                                    found
                                            ? new Settlement.Sent(ReplyMessageId.of(
                                                    intent.replyId(),
                                                    signIn.mailbox().address()))
                                            : settings.notFound(doubtful))));
        }

        /// Its time is over, and the mailbox cannot be looked into: one that is locked may be so for good.
        private CompletionStage<Next> withoutALook(
                SignIn signIn, Intent intent, Intent.Stage.Doubtful doubtful, Instant now) {
            return signIn.mailbox().condition().status() == MailboxStatus.OK
                    ? postpone(intent, now.plus(settings.retryAfter()))
                    : settle(intent, new Settlement.Unproved(doubtful.attemptedAt()));
        }

        private CompletionStage<Next> sendIfWanted(SignIn signIn, Intent intent, Instant now) {
            return intents.usage(mailbox, now.minus(SendingSettings.LIMIT_WINDOW))
                    .thenCompose(usage -> {
                        Instant oldest = usage.oldest();
                        if (usage.sent() >= settings.dailyLimit()) {
                            return settle(
                                    intent,
                                    new Settlement.Deferred(
                                            (oldest == null ? now : oldest).plus(SendingSettings.LIMIT_WINDOW)));
                        }
                        return fetchedFiles(intent, files -> unlessAnswered(signIn, intent, files));
                    });
        }

        /// The look into the Sent folder is the last thing before the mail leaves.
        private CompletionStage<Next> unlessAnswered(SignIn signIn, Intent intent, List<OutgoingMail.File> files) {
            return withSentFolder(
                    signIn,
                    intent,
                    folder -> folder.answeredByPerson(intent.route())
                            .thenCompose(answered -> answered.isPresent()
                                    ? settle(intent, new Settlement.AnsweredByPerson(answered.get()))
                                    : send(signIn, intent, files)));
        }

        private CompletionStage<Next> fetchedFiles(
                Intent intent, Function<List<OutgoingMail.File>, CompletionStage<Next>> next) {
            return fetchFrom(intent, 0, List.of(), next);
        }

        private CompletionStage<Next> fetchFrom(
                Intent intent,
                int index,
                List<OutgoingMail.File> fetched,
                Function<List<OutgoingMail.File>, CompletionStage<Next>> next) {
            List<AttachmentRef> wanted = intent.request().attachments();
            if (index == wanted.size()) {
                return next.apply(fetched);
            }
            AttachmentRef file = wanted.get(index);
            return attachments.fetch(file).thenCompose(fetch -> switch (fetch) {
                case Attachments.Fetch.Found found -> {
                    var more = new ArrayList<>(fetched);
                    more.add(new OutgoingMail.File(file.fileName(), file.mediaType(), found.bytes()));
                    yield fetchFrom(intent, index + 1, more, next);
                }
                // A reply without the file that it speaks of is another reply.
                case Attachments.Fetch.Gone gone ->
                    settle(intent, new Settlement.Failed(ReplyFailureReason.REFUSED, gone.what()));
                case Attachments.Fetch.Unavailable unavailable -> {
                    LOG.log(
                            Logger.Level.WARNING,
                            "A reply waits for its file: replyId={0} cause={1}",
                            intent.replyId(),
                            unavailable.what());
                    yield postpone(intent, clock.instant().plus(settings.retryAfter()));
                }
            });
        }

        private CompletionStage<Next> send(SignIn signIn, Intent intent, List<OutgoingMail.File> files) {
            return intents.claim(lease, intent.replyId()).thenCompose(claimed -> {
                if (!claimed) {
                    // Where the lease is another's, every further reply would be refused, too.
                    return CompletableFuture.completedFuture(Next.STOP);
                }
                OutgoingMail mail = Composer.compose(intent, signIn.mailbox().address(), files, clock.instant());
                return transport
                        .send(signIn.servers().smtp(), signIn.login(), mail)
                        .exceptionally(failure -> new MailTransport.Sending.PossiblySent(String.valueOf(failure)))
                        .thenCompose(outcome -> attempted(signIn, intent, mail, outcome));
            });
        }

        private CompletionStage<Next> attempted(
                SignIn signIn, Intent intent, OutgoingMail mail, MailTransport.Sending outcome) {
            LOG.log(
                    Logger.Level.DEBUG,
                    "A reply was handed over: replyId={0} mailboxId={1} outcome={2}",
                    intent.replyId(),
                    mailbox,
                    outcome.getClass().getSimpleName());
            if (outcome instanceof MailTransport.Sending.LoginRefused refused) {
                return refused(signIn, intent, refused.refusal());
            }
            CompletionStage<Next> settled =
                    settle(intent, settings.attempted(outcome, mail.messageId(), clock.instant()));
            return outcome instanceof MailTransport.Sending.NotSent ? settled.thenApply(_ -> Next.STOP) : settled;
        }

        /// The reply waits for the mailbox; a limit or passing trouble lets it rest for a while.
        private CompletionStage<Next> refused(SignIn signIn, Intent intent, ServerRefusal refusal) {
            Verdict verdict = lifecycle.classify(refusal, signIn.mailbox());
            Instant now = clock.instant();
            Instant until = switch (verdict) {
                case Verdict.Certain _, Verdict.Doubtful _ -> now;
                case Verdict.Limit _ -> now.plus(settings.throttledFor());
                case Verdict.SessionExpired _, Verdict.Transient _, Verdict.TokenStale _, Verdict.NotTheCredential _ ->
                    now.plus(settings.retryAfter());
            };
            if (until.isAfter(now)) {
                resting.put(mailbox, new Rest(signIn.mailbox().credentialVersion(), until));
            }
            return lifecycle
                    .refused(signIn.mailbox(), refusal.protocol(), verdict)
                    .thenCompose(_ -> postpone(intent, until));
        }

        private CompletionStage<Next> withSentFolder(
                SignIn signIn, Intent intent, Function<SentFolder, CompletionStage<Next>> look) {
            SentFolder open = sent;
            CompletionStage<Next> done = open != null
                    ? look.apply(open)
                    : signedIn(signIn).thenCompose(opening -> switch (opening) {
                        case MailConnector.Opening.Open opened -> {
                            SentFolder folder = new SentFolder(opened.connection());
                            sent = folder;
                            yield look.apply(folder);
                        }
                        case MailConnector.Opening.Refused refused -> refused(signIn, intent, refused.refusal());
                        case MailConnector.Opening.Unreachable _ ->
                            postpone(intent, clock.instant().plus(settings.retryAfter()));
                    });
            return done;
        }

        private CompletionStage<MailConnector.Opening> signedIn(SignIn signIn) {
            gate.count(signIn.mailbox());
            return connector.open(signIn.servers().imap(), signIn.login());
        }

        /// Keeps the stage in which the reply is.
        private CompletionStage<Next> postpone(Intent intent, Instant until) {
            Settlement later = switch (intent.stage()) {
                case Intent.Stage.Pending _ -> new Settlement.Postponed(until);
                case Intent.Stage.Doubtful doubtful ->
                    new Settlement.Doubtful(doubtful.attemptedAt(), doubtful.looks(), until);
            };
            return settle(intent, later).thenApply(_ -> Next.STOP);
        }

        private CompletionStage<Next> settle(Intent intent, Settlement settlement) {
            return intents.settle(lease, intent, settlement).thenApply(_ -> Next.GO_ON);
        }
    }

    private static Settlement whenMailboxIsGone(Intent.Stage stage) {
        return switch (stage) {
            case Intent.Stage.Pending _ -> new Settlement.Failed(ReplyFailureReason.TARGET_GONE, null);
            case Intent.Stage.Doubtful doubtful -> new Settlement.Unproved(doubtful.attemptedAt());
        };
    }
}
