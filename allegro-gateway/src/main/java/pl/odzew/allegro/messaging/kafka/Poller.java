package pl.odzew.allegro.messaging.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.postgres.Accounts;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
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
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final Accounts accounts;
    private final PollStore store;
    private final AccountReader reader;
    private final PollSchedule schedule;
    private final Clock clock;
    private final Semaphore atOnce;
    private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    Poller(Accounts accounts, PollStore store, AccountReader reader, PollingConfig config, Clock clock) {
        this.accounts = accounts;
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
        while (!stopped) {
            try {
                for (AccountId account : store.due(BATCH)) {
                    if (underWay.add(account)) {
                        threads.submit(() -> pollInTurn(account));
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

    private void pollInTurn(AccountId account) {
        try {
            atOnce.acquire();
            try {
                poll(account);
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(account);
        }
    }

    private void poll(AccountId id) {
        try {
            Optional<LinkedAccount> account = Await.result(accounts.find(id).subscribeAsCompletionStage());
            account.ifPresent(this::look);
        } catch (AccountUnusableException e) {
            LOG.infof("Polling stops until the seller acts: %s", e.getMessage());
        } catch (AllegroException e) {
            LOG.infof("A poll failed and is tried again: accountId=%s %s", id, e.getMessage());
            postpone(id);
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.errorf(e, "A poll failed and is tried again: accountId=%s", id);
                postpone(id);
            }
        }
    }

    private void look(LinkedAccount account) {
        Instant began = clock.instant();
        PollState state = store.load(account.id());
        boolean whole = schedule.isTimeForWholeWindow(state.lastWholeAt(), began);
        Instant floor = schedule.floor(account.linkedAt(), state.lastLookAt(), began);
        int found = reader.look(account, floor, whole);
        if (found > 0) {
            LOG.infof("Messages were published: accountId=%s events=%d", account.id(), found);
        }
        Instant lastFinding = found > 0 ? began : state.lastFindingAt();
        store.looked(account.id(), began, whole, found > 0, schedule.untilNext(lastFinding, began));
    }

    private void postpone(AccountId account) {
        try {
            store.postpone(account, PAUSE_AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.warnf("A poll could not be postponed: accountId=%s %s", account, e);
        }
    }
}
