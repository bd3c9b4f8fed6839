package pl.odzew.allegro.replying.postgres;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.postgres.Accounts;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.LeaseLostException;
import pl.odzew.allegro.lease.postgres.Leases;
import pl.odzew.allegro.replying.Reply;
import pl.odzew.allegro.replying.ReplyState;
import pl.odzew.events.AccountId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.reply.v1.ReplyFailureReason;

/// Works through the replies that are due: one after the other within an account, any number of accounts
/// at once, so that one seller's pace or trouble holds nobody else.
///
/// Each replica works for the accounts that it holds. What another one had claimed for them, and was
/// killed over, is looked for.
@ApplicationScoped
public class ReplyWorker {

    private static final Logger LOG = Logger.getLogger(ReplyWorker.class);

    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration PAUSE_WHILE_UNUSABLE = Duration.ofMinutes(1);
    private static final Duration PAUSE_BEFORE_CHECK = Duration.ofMinutes(10);
    private static final int CHECKS_AT_ONCE = 8;

    /// Far longer than any POST may take: whoever claimed before has lost it.
    private static final Duration CLAIM_LIMIT = Duration.ofMinutes(5);

    private final Leases leases;
    private final Replies replies;
    private final ReplySender sender;
    private final Accounts accounts;
    private final Clock clock;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();
    private final Set<ReplyId> beingChecked = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    ReplyWorker(Leases leases, Replies replies, ReplySender sender, Accounts accounts, Clock clock) {
        this.leases = leases;
        this.replies = replies;
        this.sender = sender;
        this.accounts = accounts;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        threads.submit(this::run);
    }

    /// What is on its way to Allegro has a moment to come back.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    /// There may be something to do.
    public void wake() {
        wake.release();
    }

    private void run() {
        while (!stopped) {
            try {
                int abandoned = replies.abandoned(leases.replica(), CLAIM_LIMIT);
                if (abandoned > 0) {
                    LOG.infof("Claims were found that nobody works on: replies=%d", abandoned);
                }
                replies.dueAccounts(leases.replica()).forEach(this::workOn);
                replies.dueChecks(leases.replica(), CHECKS_AT_ONCE).forEach(this::lookAfter);
                nap();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Replying waits for the database: %s", e);
                napAfterFailure();
            }
        }
    }

    private void nap() throws InterruptedException {
        if (wake.tryAcquire(LONGEST_NAP.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void napAfterFailure() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void workOn(Lease lease) {
        AccountId account = lease.account();
        if (!underWay.add(account)) {
            return;
        }
        threads.submit(() -> {
            try {
                workThrough(lease);
            } catch (LeaseLostException e) {
                LOG.infof("Replies of an account are left as they are: %s", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warnf("Replies of an account wait: accountId=%s %s", account, e);
            } finally {
                underWay.remove(account);
            }
        });
    }

    private void lookAfter(Replies.Check check) {
        if (!beingChecked.add(check.reply())) {
            return;
        }
        threads.submit(() -> {
            try {
                sender.check(check);
            } catch (RuntimeException e) {
                LOG.infof("A look after an accepted reply waits: replyId=%s %s", check.reply(), e.getMessage());
                replies.postponeCheck(check, PAUSE_BEFORE_CHECK);
            } finally {
                beingChecked.remove(check.reply());
            }
        });
    }

    private void workThrough(Lease lease) {
        Optional<Reply> next = replies.nextDue(lease.account());
        while (!stopped && next.isPresent()) {
            step(next.get(), lease);
            next = replies.nextDue(lease.account());
        }
    }

    private void step(Reply reply, Lease lease) {
        try {
            Optional<LinkedAccount> account =
                    Await.result(accounts.find(reply.accountId()).subscribeAsCompletionStage());
            if (account.isEmpty()) {
                accountGone(reply);
            } else if (account.get().status() != AccountStatus.LINKED) {
                accountUnusable(reply);
            } else if (reply.state() == ReplyState.UNKNOWN) {
                sender.look(reply, account.get());
            } else {
                sender.send(reply, account.get(), lease);
            }
        } catch (LeaseLostException e) {
            throw e;
        } catch (AccountUnusableException e) {
            accountUnusable(reply);
        } catch (AllegroException e) {
            LOG.infof("A reply waits: replyId=%s %s", reply.id(), e.getMessage());
            replies.postpone(reply, clock.instant().plus(PAUSE_AFTER_FAILURE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.errorf(e, "A reply failed in its step and waits: replyId=%s", reply.id());
                replies.postpone(reply, clock.instant().plus(PAUSE_AFTER_FAILURE));
            }
        }
    }

    private void accountGone(Reply reply) {
        if (reply.state() == ReplyState.UNKNOWN) {
            replies.givenUp(reply);
        } else {
            replies.failed(reply, ReplyFailureReason.TARGET_GONE, null);
        }
    }

    /// The seller may link again in time.
    private void accountUnusable(Reply reply) {
        if (clock.instant().isBefore(reply.expiresAt()) && !reply.withdrawn()) {
            replies.postpone(reply, clock.instant().plus(PAUSE_WHILE_UNUSABLE));
        } else if (reply.state() == ReplyState.UNKNOWN) {
            replies.givenUp(reply);
        } else {
            replies.failed(reply, reply.withdrawn() ? ReplyFailureReason.WITHDRAWN : ReplyFailureReason.EXPIRED, null);
        }
    }
}
