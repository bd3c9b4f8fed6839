package pl.odzew.allegro.messaging.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.postgres.AccountProfiles;
import pl.odzew.allegro.authorization.postgres.Accounts;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.lease.LeaseLostException;
import pl.odzew.allegro.lease.postgres.Leases;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.PollSchedule;
import pl.odzew.allegro.messaging.postgres.PollState;
import pl.odzew.allegro.messaging.postgres.PollStore;
import pl.odzew.events.AccountId;

/// Asks every linked account in its turn, many at the same time, one account never twice at once.
///
/// A failure is one account's own: it is asked again after a pause, the others go on.
@ApplicationScoped
class Poller {

    private static final Logger LOG = Logger.getLogger(Poller.class);

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    /// Longer than any look reaches back; where an outage of ours was longer, consumers know the events
    /// by their ids.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(6);

    private final Leases leases;
    private final Accounts accounts;
    private final AccountProfiles profiles;
    private final PollStore store;
    private final AccountReader reader;
    private final PollSchedule schedule;
    private final Clock clock;
    private final Semaphore atOnce;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Integer> failures = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    Poller(
            Leases leases,
            Accounts accounts,
            AccountProfiles profiles,
            PollStore store,
            AccountReader reader,
            PollingConfig config,
            Clock clock) {
        this.leases = leases;
        this.accounts = accounts;
        this.profiles = profiles;
        this.store = store;
        this.reader = reader;
        this.schedule = config.schedule();
        this.clock = clock;
        this.atOnce = new Semaphore(config.atOnce());
    }

    void start(@Observes StartupEvent event) {
        threads.submit(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        threads.shutdownNow();
    }

    private void run() {
        Instant nextForgetting = clock.instant();
        while (!stopped) {
            try {
                if (clock.instant().isAfter(nextForgetting)) {
                    store.forget(REMEMBERED);
                    nextForgetting = clock.instant().plus(BETWEEN_FORGETTING);
                }
                for (Lease lease : store.due(leases.replica(), BATCH)) {
                    if (underWay.add(lease.account())) {
                        threads.submit(() -> pollInTurn(lease));
                    }
                }
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (stopped) {
            return;
        }
        LOG.warnf("Polling waits for the database: %s", failure);
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pollInTurn(Lease lease) {
        try {
            atOnce.acquire();
            try {
                poll(lease);
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(lease.account());
        }
    }

    private void poll(Lease lease) {
        AccountId id = lease.account();
        try {
            Optional<LinkedAccount> account = Await.result(accounts.find(id).subscribeAsCompletionStage());
            account.ifPresent(found -> look(lease, found));
            failures.remove(id);
        } catch (LeaseLostException e) {
            LOG.infof("Another replica goes on with an account: %s", e.getMessage());
        } catch (AccountUnusableException e) {
            LOG.infof("Polling stops until the seller acts: %s", e.getMessage());
        } catch (AllegroException e) {
            LOG.infof("A poll failed and is tried again: accountId=%s %s", id, e.getMessage());
            postpone(lease);
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.errorf(e, "A poll failed and is tried again: accountId=%s", id);
                postpone(lease);
            }
        }
    }

    private void look(Lease lease, LinkedAccount account) {
        profiles.refreshDaily(account);
        Instant began = clock.instant();
        PollState state = store.load(account.id());
        boolean whole = schedule.isTimeForWholeList(state.lastWholeAt(), began);
        boolean issues = schedule.isTimeForIssues(state.lastIssuesAt(), began);
        var turn =
                new AccountReader.Turn(lease, account, schedule.floor(account.linkedAt(), state.lastLookAt(), began));
        int found = reader.look(turn, Place.MESSAGES, whole) + reader.lookLate(turn);
        if (issues) {
            found += reader.look(turn, Place.ISSUES, true);
        }
        if (found > 0) {
            LOG.infof("Messages were published: accountId=%s events=%d", account.id(), found);
        }
        Instant lastFinding = found > 0 ? began : state.lastFindingAt();
        store.looked(
                lease, new PollStore.Look(began, whole, issues, found > 0), schedule.untilNext(lastFinding, began));
    }

    /// Each failure in a row doubles the pause, so that a dead account costs next to nothing of the budget.
    private void postpone(Lease lease) {
        int before = failures.merge(lease.account(), 1, Integer::sum) - 1;
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(before, 10));
        try {
            store.postpone(lease, doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
        } catch (RuntimeException e) {
            LOG.warnf("A poll could not be postponed: accountId=%s %s", lease.account(), e);
        }
    }
}
