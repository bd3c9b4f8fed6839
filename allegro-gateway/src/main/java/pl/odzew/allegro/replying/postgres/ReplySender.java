package pl.odzew.allegro.replying.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.postgres.AccountCalls;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.Pace;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.LeaseLostException;
import pl.odzew.allegro.messaging.AttachmentId;
import pl.odzew.allegro.messaging.DeclaredAttachment;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageCenters;
import pl.odzew.allegro.messaging.Page;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.replying.AttachmentContents;
import pl.odzew.allegro.replying.AttachmentException;
import pl.odzew.allegro.replying.DailyLimit;
import pl.odzew.allegro.replying.LookAgain;
import pl.odzew.allegro.replying.Reply;
import pl.odzew.allegro.replying.ThreadLook;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyFailureReason;

/// Carries out the next step of one reply: looks, writes, looks again. Blocks, for workers on virtual
/// threads.
///
/// Nothing is written that was not claimed before, and what was claimed is written again only on proof
/// that Allegro did not take it.
@ApplicationScoped
class ReplySender {

    private static final Logger LOG = Logger.getLogger(ReplySender.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Replies replies;
    private final OwnWords ownWords;
    private final AccountCalls calls;
    private final MessageCenters centers;
    private final AttachmentContents attachments;
    private final AccountSettings settings;
    private final Pace pace;
    private final LookAgain lookAgain;
    private final Clock clock;

    ReplySender(
            Replies replies,
            OwnWords ownWords,
            AccountCalls calls,
            MessageCenters centers,
            AttachmentContents attachments,
            AccountSettings settings,
            Pace pace,
            ReplyingConfig config,
            Clock clock) {
        this.replies = replies;
        this.ownWords = ownWords;
        this.calls = calls;
        this.centers = centers;
        this.attachments = attachments;
        this.settings = settings;
        this.pace = pace;
        this.lookAgain = new LookAgain(config.lookAgainAfter());
        this.clock = clock;
    }

    /// Writes a reply that has not left. Throws what reading throws, and [LeaseLostException] where the
    /// reply is no longer this replica's to send or was withdrawn just now; then nothing was written.
    void send(Reply reply, LinkedAccount account, Lease lease) throws InterruptedException {
        Optional<ReplyFailureReason> unwanted = unwanted(reply);
        if (unwanted.isPresent()) {
            replies.failed(reply, unwanted.get(), null);
            return;
        }
        Optional<Instant> held = replies.postingHeldUntil(reply.accountId());
        if (held.isPresent()) {
            replies.deferred(reply, lease, held.get());
            return;
        }
        List<AttachmentId> files;
        try {
            files = uploaded(reply);
        } catch (AttachmentException e) {
            LOG.warnf("A reply's file cannot be had: replyId=%s %s", reply.id(), e.getMessage());
            withoutFile(reply, e);
            return;
        }
        Thread.sleep(pace.untilNextPost(reply.accountId()));
        switch (ThreadLook.beforeSending(reply, account.login(), messagesSince(reply), ownWords.besides(reply))) {
            case ThreadLook.Verdict.StandsThere there -> replies.sent(reply, there.message());
            case ThreadLook.Verdict.PersonAnswered _ ->
                replies.failed(reply, ReplyFailureReason.ANSWERED_BY_PERSON, null);
            case ThreadLook.Verdict.Send _ -> {
                if (!replies.claim(reply, lease)) {
                    throw new LeaseLostException(lease);
                }
                post(reply, files, lease);
            }
        }
    }

    /// Looks for a reply that may have left.
    void look(Reply reply, LinkedAccount account) {
        Optional<Message> own = ThreadLook.own(reply, account.login(), messagesSince(reply), ownWords.besides(reply));
        if (own.isPresent()) {
            LOG.infof("An uncertain reply was found: replyId=%s", reply.id());
            replies.sent(reply, own.get());
            return;
        }
        Instant attempted = reply.attemptedAt() == null ? clock.instant() : reply.attemptedAt();
        lookAgain.next(attempted, reply.looks() + 1).ifPresentOrElse(next -> replies.lookedInVain(reply, next), () -> {
            LOG.warnf("A reply stays unknown: replyId=%s", reply.id());
            replies.givenUp(reply);
        });
    }

    /// Asks what became of a reply that Allegro accepted. Throws what reading throws.
    void check(Replies.Check check) {
        Message message = calls.read(
                check.account(),
                Urgency.POLL,
                token -> centers.at(Place.MESSAGES).message(token, check.message()));
        LOG.infof("An accepted reply was looked after: replyId=%s status=%s", check.reply(), message.status());
        replies.checked(check, message.status());
    }

    private Optional<ReplyFailureReason> unwanted(Reply reply) {
        if (reply.withdrawn()) {
            return Optional.of(ReplyFailureReason.WITHDRAWN);
        }
        if (!clock.instant().isBefore(reply.expiresAt())) {
            return Optional.of(ReplyFailureReason.EXPIRED);
        }
        return reply.text().length() > center(reply).longestText()
                ? Optional.of(ReplyFailureReason.REFUSED)
                : Optional.empty();
    }

    /// Before the look at the thread, since files take their time. A file that is uploaded and never
    /// named is nobody's.
    private List<AttachmentId> uploaded(Reply reply) {
        var uploaded = new ArrayList<AttachmentId>();
        for (AttachmentRef file : reply.attachments()) {
            byte[] content = Await.result(attachments.content(file));
            DeclaredAttachment declared = calls.write(
                    reply.accountId(), token -> center(reply).declare(token, file.fileName(), content.length));
            calls.write(reply.accountId(), token -> center(reply).upload(token, declared, file.mediaType(), content));
            uploaded.add(declared.id());
        }
        return uploaded;
    }

    private void withoutFile(Reply reply, AttachmentException failure) {
        if (failure.isPassing()) {
            replies.postpone(reply, clock.instant().plus(PAUSE));
        } else {
            replies.failed(
                    reply,
                    ReplyFailureReason.REFUSED,
                    "attachment " + failure.code().name());
        }
    }

    private void post(Reply reply, List<AttachmentId> files, Lease lease) {
        try {
            Message message = calls.write(
                    reply.accountId(), token -> center(reply).post(token, reply.thread(), reply.text(), files));
            replies.sent(reply, message);
            markAsRead(reply);
        } catch (AccountUnusableException e) {
            replies.notTaken(reply, lease, PAUSE);
        } catch (AllegroException.Permanent e) {
            refused(reply, lease, e);
        } catch (AllegroException.Transient e) {
            unanswered(reply, lease, e);
        } finally {
            pace.posted(reply.accountId());
        }
    }

    /// Neither reading nor answering does that (#8736), and it hides the thread from the seller: only if
    /// he asked.
    private void markAsRead(Reply reply) {
        if (!settings.markAsRead(reply.accountId())) {
            return;
        }
        try {
            calls.write(reply.accountId(), token -> center(reply).markAsRead(token, reply.thread()));
        } catch (AllegroException | AccountUnusableException e) {
            LOG.infof("A thread stays unread: replyId=%s %s", reply.id(), e.getMessage());
        }
    }

    private void refused(Reply reply, Lease lease, AllegroException.Permanent refusal) {
        LOG.infof("Allegro refused a reply: replyId=%s code=%s", reply.id(), refusal.code());
        switch (refusal.code()) {
            case TOKEN_REFUSED, GRANT_REFUSED, SCOPE_MISSING -> replies.notTaken(reply, lease, PAUSE);
            case THREAD_CLOSED -> replies.failed(reply, ReplyFailureReason.CONVERSATION_CLOSED, refusal.serverWords());
            case DAILY_LIMIT -> replies.deferred(reply, lease, DailyLimit.until(clock.instant()));
            case NOT_FOUND, REFUSED -> replies.failed(reply, ReplyFailureReason.REFUSED, refusal.serverWords());
        }
    }

    private void unanswered(Reply reply, Lease lease, AllegroException.Transient failure) {
        if (failure.mayHaveBeenTaken()) {
            LOG.infof("A reply may have left: replyId=%s code=%s", reply.id(), failure.code());
            replies.uncertain(reply);
            return;
        }
        replies.notTaken(reply, lease, PAUSE);
    }

    /// All that was written since the buyer's message, newest first; of a claim, whose order is not
    /// promised, all.
    private List<Message> messagesSince(Reply reply) {
        var messages = new ArrayList<Message>();
        @Nullable String next = null;
        boolean reached;
        do {
            String from = next;
            Page<Message> page = calls.read(
                    reply.accountId(), Urgency.REPLY, token -> center(reply).messages(token, reply.thread(), from));
            messages.addAll(page.items());
            reached = reply.place() == Place.MESSAGES
                    && page.items().stream()
                            .anyMatch(message -> message.createdAt().isBefore(reply.answeredCreatedAt()));
            next = reached ? null : page.next();
        } while (next != null);
        return messages;
    }

    private MessageCenter center(Reply reply) {
        return centers.at(reply.place());
    }
}
