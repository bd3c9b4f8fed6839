package pl.odzew.allegro.messaging.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.authorization.postgres.AccountCalls;
import pl.odzew.allegro.authorization.postgres.AccountProfiles;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.messaging.Finding;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageCenters;
import pl.odzew.allegro.messaging.MessageEvents;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Page;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.PollSchedule;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.messaging.ThreadReader;
import pl.odzew.allegro.messaging.ThreadSummary;
import pl.odzew.allegro.messaging.postgres.PollStore;
import pl.odzew.allegro.replying.postgres.OwnWords;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.transport.kafka.EventPublisher;

/// One look at an account: lists its threads, reads those that changed, publishes, remembers.
///
/// Threads are listed newest first until known ground and read oldest first: whatever interrupts it, what
/// is not settled lies above what is, and the next look finds it.
@ApplicationScoped
class AccountReader {

    private static final Logger LOG = Logger.getLogger(AccountReader.class);

    /// With more threads than these in passing trouble, it is Allegro that is in trouble. Lasting
    /// refusals do not count: dead threads are read first, and would hide every newer thread.
    private static final int MOST_FAILURES = 3;

    /// Of late looks in one turn, so that new messages never wait long for old threads.
    private static final int MOST_LATE = 10;

    private final AccountCalls calls;
    private final AccountProfiles profiles;
    private final MessageCenters centers;
    private final PollStore store;
    private final OwnWords ownWords;
    private final EventPublisher publisher;
    private final PollSchedule schedule;
    private final Clock clock;

    AccountReader(
            AccountCalls calls,
            AccountProfiles profiles,
            MessageCenters centers,
            PollStore store,
            OwnWords ownWords,
            EventPublisher publisher,
            PollingConfig config,
            Clock clock) {
        this.calls = calls;
        this.profiles = profiles;
        this.centers = centers;
        this.store = store;
        this.ownWords = ownWords;
        this.publisher = publisher;
        this.schedule = config.schedule();
        this.clock = clock;
    }

    /// Whose turn it is, and how far back is read.
    ///
    /// @param floor nothing older is read
    record Turn(Lease lease, LinkedAccount account, Instant floor) {}

    /// Looks at the newest threads of a place down to known ground, or at its whole list down to the
    /// floor. Blocks until all is published and remembered; answers how many events there were.
    int look(Turn turn, Place place, boolean wholeList) {
        return readAll(
                turn,
                // Claims come by the day of their opening, so nothing is known ground there.
                unsettled(turn, place, wholeList || place == Place.ISSUES).reversed(),
                false);
    }

    /// Reads threads once more whose time has come, for what surfaced late.
    int lookLate(Turn turn) {
        return readAll(turn, store.late(turn.account().id(), clock.instant(), MOST_LATE), true);
    }

    private int readAll(Turn turn, List<ThreadSummary> threads, boolean late) {
        int found = 0;
        var failures = new ArrayList<AllegroException.Transient>();
        for (ThreadSummary thread : threads) {
            try {
                found += read(turn, thread, late);
            } catch (AllegroException e) {
                LOG.infof(
                        "A thread could not be read: accountId=%s threadId=%s %s",
                        turn.account().id(), thread.id(), e);
                if (!isOfOneThread(e)) {
                    throw e;
                }
                if (late || e instanceof AllegroException.Permanent) {
                    lookAgain(turn, thread);
                } else if (e instanceof AllegroException.Transient passing) {
                    if (failures.size() == MOST_FAILURES) {
                        throw passing;
                    }
                    failures.add(passing);
                }
            }
        }
        // A look with a failure that passes is not complete.
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return found;
    }

    /// A thread that cannot be read is left alone for a while, until it changes or lies below the floor.
    private void lookAgain(Turn turn, ThreadSummary thread) {
        Instant again = clock.instant().plus(schedule.pending());
        store.settle(
                turn.lease(),
                thread,
                thread.buyer(turn.account().login()).orElse(null),
                Set.of(),
                thread.lastMessageAt().isBefore(turn.floor()) ? null : again);
    }

    /// A thread that is listed may be answered with 404. The others are read all the same.
    private static boolean isOfOneThread(AllegroException failure) {
        return switch (failure) {
            case AllegroException.Permanent permanent ->
                switch (permanent.code()) {
                    case NOT_FOUND, REFUSED, THREAD_CLOSED, DAILY_LIMIT -> true;
                    case TOKEN_REFUSED, GRANT_REFUSED, SCOPE_MISSING -> false;
                };
            case AllegroException.Transient passing -> passing.mayHaveBeenTaken();
        };
    }

    /// Newest first.
    private List<ThreadSummary> unsettled(Turn turn, Place place, boolean whole) {
        MessageCenter center = centers.at(place);
        var unsettled = new ArrayList<ThreadSummary>();
        @Nullable String next = null;
        boolean onKnownGround;
        do {
            String from = next;
            Page<ThreadSummary> page =
                    calls.read(turn.account().id(), Urgency.POLL, token -> center.threads(token, from));
            Map<ThreadId, Instant> settled = store.settledThreads(
                    turn.account().id(),
                    page.items().stream().map(ThreadSummary::id).toList());
            onKnownGround = !whole;
            boolean belowFloor = false;
            for (ThreadSummary thread : page.items()) {
                boolean below = thread.lastMessageAt().isBefore(turn.floor());
                boolean changed = !thread.lastMessageAt().equals(settled.get(thread.id()));
                belowFloor |= below && place == Place.MESSAGES;
                onKnownGround &= !changed;
                if (changed && !below) {
                    unsettled.add(thread);
                }
            }
            next = belowFloor || onKnownGround ? null : page.next();
        } while (next != null);
        return unsettled;
    }

    private int read(Turn turn, ThreadSummary thread, boolean late) {
        LinkedAccount account = turn.account();
        if (thread.isBetweenOthers(account.login())) {
            // Not settled: the new login is asked for, and the next look reads it.
            LOG.infof("A thread lacks the seller's login: accountId=%s threadId=%s", account.id(), thread.id());
            profiles.refreshSoon(account);
            return 0;
        }
        var messages = new ArrayList<Message>();
        Set<MessageId> seen = readMessages(turn, thread, late, messages);
        if (late && hasStrangers(turn, thread, messages)) {
            LOG.infof("A thread knows a login that we do not: accountId=%s threadId=%s", account.id(), thread.id());
            profiles.refreshSoon(account);
            lookAgain(turn, thread);
            return 0;
        }
        // Asked for after the messages: a reply is stored as under way before it is written at Allegro.
        var known = new ThreadReader.Known(
                account.login(), account.linkedAt(), turn.floor(), seen, ownWords.in(thread.id()));
        Instant now = clock.instant();
        ThreadReader.Reading reading = ThreadReader.read(messages, known, now);
        publish(reading.findings(), account, thread, now);
        settle(turn, thread, reading, now);
        return reading.findings().size();
    }

    /// What is remembered of a thread is the buyer; whoever else writes there is the seller under another login, and
    /// his words are not to be taken for a buyer's.
    private static boolean hasStrangers(Turn turn, ThreadSummary thread, List<Message> messages) {
        Login seller = turn.account().login();
        return thread.buyer(seller)
                .map(buyer -> messages.stream()
                        .filter(message -> !message.createdAt().isBefore(turn.floor()))
                        .filter(message -> !message.isOf(seller) && message.isABuyers())
                        .anyMatch(message -> !message.isBy(buyer)))
                .orElse(false);
    }

    private void settle(Turn turn, ThreadSummary thread, ThreadReader.Reading reading, Instant now) {
        if (!reading.complete()) {
            store.settle(turn.lease(), reading.settled());
            return;
        }
        store.settle(
                turn.lease(),
                thread,
                thread.buyer(turn.account().login()).orElse(null),
                reading.settled(),
                schedule.lateLook(thread.lastMessageAt(), reading.pending(), now)
                        .orElse(null));
    }

    /// Reads newest first down to the floor, or to a page that holds nothing new.
    private Set<MessageId> readMessages(Turn turn, ThreadSummary thread, boolean late, List<Message> messages) {
        MessageCenter center = centers.at(thread.place());
        var seen = new HashSet<MessageId>();
        @Nullable String next = null;
        do {
            String from = next;
            Page<Message> page =
                    calls.read(turn.account().id(), Urgency.POLL, token -> center.messages(token, thread.id(), from));
            messages.addAll(page.items());
            List<MessageId> ids = page.items().stream().map(Message::id).toList();
            Set<MessageId> seenHere = store.seen(turn.account().id(), ids);
            seen.addAll(seenHere);
            boolean belowFloor = page.items().stream()
                    .anyMatch(message -> message.createdAt().isBefore(turn.floor()));
            // The chat of a claim is short, and its order is not promised.
            boolean nothingNew = !late && thread.place() == Place.MESSAGES && seenHere.containsAll(ids);
            next = belowFloor && thread.place() == Place.MESSAGES || nothingNew ? null : page.next();
        } while (next != null);
        return seen;
    }

    private void publish(List<Finding> findings, LinkedAccount account, ThreadSummary thread, Instant now) {
        List<CloudEvent> events = findings.stream()
                .map(finding -> MessageEvents.of(finding, account, thread, now))
                .flatMap(Optional::stream)
                .toList();
        Await.result(publisher.publishAll(events).subscribeAsCompletionStage());
        findings.stream()
                .filter(Finding.ReplyProved.class::isInstance)
                .forEach(finding -> ownWords.proved(thread.id(), finding.message()));
    }
}
