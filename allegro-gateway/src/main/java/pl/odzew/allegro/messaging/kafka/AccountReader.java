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
import pl.odzew.allegro.authorization.postgres.AccountCalls;
import pl.odzew.allegro.authorization.postgres.AccountProfiles;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.messaging.Finding;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageEvents;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.Page;
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

    /// With more threads than these in passing trouble, it is Allegro that is in trouble. Lasting refusals do
    /// not count: dead threads stay unsettled, are read first, and would hide every newer thread.
    private static final int MOST_FAILURES = 3;

    private final AccountCalls calls;
    private final AccountProfiles profiles;
    private final MessageCenter messageCenter;
    private final PollStore store;
    private final OwnWords ownWords;
    private final EventPublisher publisher;
    private final Clock clock;

    AccountReader(
            AccountCalls calls,
            AccountProfiles profiles,
            MessageCenter messageCenter,
            PollStore store,
            OwnWords ownWords,
            EventPublisher publisher,
            Clock clock) {
        this.calls = calls;
        this.profiles = profiles;
        this.messageCenter = messageCenter;
        this.store = store;
        this.ownWords = ownWords;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// Blocks until all is published and remembered; answers how many events there were.
    ///
    /// @param floor nothing older is read
    /// @param whole whether threads are read that have not changed
    int look(Lease lease, LinkedAccount account, Instant floor, boolean whole) {
        int found = 0;
        var failures = new ArrayList<AllegroException.Transient>();
        for (ThreadSummary thread : unsettled(account, floor, whole).reversed()) {
            try {
                found += read(lease, account, thread, floor, whole);
            } catch (AllegroException e) {
                LOG.infof("A thread could not be read: accountId=%s threadId=%s %s", account.id(), thread.id(), e);
                if (!isOfOneThread(e)) {
                    throw e;
                }
                if (e instanceof AllegroException.Transient passing) {
                    if (failures.size() == MOST_FAILURES) {
                        throw passing;
                    }
                    failures.add(passing);
                }
            }
        }
        // A look with a failure that passes is not complete; one that lasts is met again by the next look.
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return found;
    }

    /// A thread that is listed may be answered with 404. The others are read all the same.
    private static boolean isOfOneThread(AllegroException failure) {
        return switch (failure) {
            case AllegroException.Permanent permanent ->
                switch (permanent.code()) {
                    case NOT_FOUND, REFUSED, THREAD_CLOSED -> true;
                    case TOKEN_REFUSED, GRANT_REFUSED, SCOPE_MISSING -> false;
                };
            case AllegroException.Transient passing -> passing.mayHaveBeenTaken();
        };
    }

    /// Newest first.
    private List<ThreadSummary> unsettled(LinkedAccount account, Instant floor, boolean whole) {
        var unsettled = new ArrayList<ThreadSummary>();
        @Nullable String next = null;
        boolean onKnownGround;
        do {
            String from = next;
            Page<ThreadSummary> page =
                    calls.read(account.id(), Urgency.POLL, token -> messageCenter.threads(token, from));
            Map<ThreadId, Instant> settled = store.settledThreads(
                    account.id(), page.items().stream().map(ThreadSummary::id).toList());
            onKnownGround = !whole;
            boolean belowFloor = false;
            for (ThreadSummary thread : page.items()) {
                belowFloor |= thread.lastMessageAt().isBefore(floor);
                boolean changed = !thread.lastMessageAt().equals(settled.get(thread.id()));
                onKnownGround &= !changed;
                if ((changed || whole) && !thread.lastMessageAt().isBefore(floor)) {
                    unsettled.add(thread);
                }
            }
            next = belowFloor || onKnownGround ? null : page.next();
        } while (next != null);
        return unsettled;
    }

    private int read(Lease lease, LinkedAccount account, ThreadSummary thread, Instant floor, boolean whole) {
        if (thread.isBetweenOthers(account.login())) {
            // Not settled: the new login is asked for, and the next look reads it.
            LOG.infof("A thread lacks the seller's login: accountId=%s threadId=%s", account.id(), thread.id());
            profiles.refreshSoon(account);
            return 0;
        }
        var messages = new ArrayList<Message>();
        Set<MessageId> seen = readMessages(account, thread.id(), floor, whole, messages);
        // Asked for after the messages: a reply is stored as under way before it is written at Allegro.
        var known = new ThreadReader.Known(account.login(), account.linkedAt(), floor, seen, ownWords.in(thread.id()));
        Instant now = clock.instant();
        ThreadReader.Reading reading = ThreadReader.read(messages, known, now);
        publish(reading.findings(), account, thread, now);
        store.settle(lease, thread.id(), reading.complete() ? thread.lastMessageAt() : null, reading.settled());
        return reading.findings().size();
    }

    /// Reads newest first down to the floor, or to a page that holds nothing new.
    private Set<MessageId> readMessages(
            LinkedAccount account, ThreadId thread, Instant floor, boolean whole, List<Message> messages) {
        var seen = new HashSet<MessageId>();
        @Nullable String next = null;
        do {
            String from = next;
            Page<Message> page =
                    calls.read(account.id(), Urgency.POLL, token -> messageCenter.messages(token, thread, from));
            messages.addAll(page.items());
            List<MessageId> ids = page.items().stream().map(Message::id).toList();
            Set<MessageId> seenHere = store.seen(account.id(), ids);
            seen.addAll(seenHere);
            boolean belowFloor = page.items().stream()
                    .anyMatch(message -> message.createdAt().isBefore(floor));
            boolean nothingNew = !whole && seenHere.containsAll(ids);
            next = belowFloor || nothingNew ? null : page.next();
        } while (next != null);
        return seen;
    }

    private void publish(List<Finding> findings, LinkedAccount account, ThreadSummary thread, Instant now) {
        List<CloudEvent> events = findings.stream()
                .map(finding -> MessageEvents.of(finding, account, thread, now))
                .flatMap(Optional::stream)
                .toList();
        Await.result(publisher.publishAll(events).subscribeAsCompletionStage());
    }
}
