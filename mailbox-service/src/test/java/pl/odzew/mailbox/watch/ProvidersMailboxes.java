package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.MemoryMailboxes;
import pl.odzew.mailbox.connection.OutageRounds;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.TestGuard;
import pl.odzew.mailbox.intake.MemoryUnknownMails;
import pl.odzew.mailbox.intake.Reading;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.ProviderKey;
import pl.odzew.mailbox.sending.MemoryMailTransport;

/// All mailboxes that we watch at Gmail, on the memory twins and driven time, with the outage guard's rounds.
final class ProvidersMailboxes {

    static final Password PASSWORD = Password.typed("abcdefghijklmnop");
    private static final ProviderKey GMAIL = new ProviderKey("GMAIL");
    private static final Duration REVIEW_EVERY = Duration.ofSeconds(10);

    final DrivenTime time = new DrivenTime();
    final MemoryMailConnector server = new MemoryMailConnector(time);
    final MemoryMailboxes mailboxes = new MemoryMailboxes(new Servers(
            new ServerAddress("imap.gmail.com", 993, ServerAddress.Security.TLS),
            new ServerAddress("smtp.gmail.com", 465, ServerAddress.Security.TLS)));
    final TestGuard guard = new TestGuard(mailboxes, time);
    private final Patience patience = new Patience(
            new Confirmation(List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(15))),
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)));
    private final Lifecycle lifecycle = new Lifecycle(mailboxes, patience, guard.desk, new Classifier(false), time);
    private final OutageRounds rounds = guard.rounds(lifecycle);
    private final Map<MailboxId, Watcher> watchers = new HashMap<>();
    private final List<MemoryMailbox> inboxes = new ArrayList<>();
    private final Map<MailboxId, Cursor> cursors = new HashMap<>();
    private final Map<MailboxId, Cursor> sentSaved = new HashMap<>();

    ProvidersMailboxes(int count) {
        lifecycle.onChange(mailbox -> watchers.get(mailbox.id()).changed(mailbox));
        for (int i = 0; i < count; i++) {
            connect("seller" + i);
        }
        reviewLater();
        time.pass(Duration.ofMinutes(10));
    }

    /// Every connection ends; whoever comes back is refused with these lines.
    void refuseEverybody(String... lines) {
        server.refuseWith(lines);
        inboxes.forEach(MemoryMailbox::dropConnections);
    }

    /// The same for the first few alone.
    void refuseFirst(int count, String... lines) {
        for (int i = 0; i < count; i++) {
            server.refuse(login("seller" + i), lines);
            inboxes.get(i).dropConnections();
        }
    }

    long warned() {
        return mailboxes.announced().stream()
                .filter(MailboxAuthFailed.class::isInstance)
                .map(event -> event.mailbox().mailboxId())
                .distinct()
                .count();
    }

    long in(MailboxStatus status) {
        return mailboxes.all().toCompletableFuture().join().stream()
                .filter(mailbox -> mailbox.condition().status() == status)
                .count();
    }

    OutageGuard.Holding holding() {
        return (OutageGuard.Holding) guard.guards.guard(GMAIL);
    }

    OutageGuard guardState() {
        return guard.guards.guard(GMAIL);
    }

    private void connect(String name) {
        Login login = login(name);
        inboxes.add(server.mailbox(login));
        Mailbox mailbox = mailboxes
                .add(
                        Mailbox.connected(
                                new SellerId(name),
                                new MailAddress(login.user()),
                                MailProvider.GMAIL,
                                PASSWORD.shape(),
                                time.instant()),
                        PASSWORD)
                .toCompletableFuture()
                .join();
        Watcher watcher = new Watcher(new Lease(mailbox.id(), 1), tools(), time);
        watchers.put(mailbox.id(), watcher);
        watcher.start(mailbox);
    }

    private static Login login(String name) {
        return new Login(name + "@gmail.com", PASSWORD.secret());
    }

    private void reviewLater() {
        time.after(REVIEW_EVERY, () -> {
            rounds.run().toCompletableFuture().join();
            reviewLater();
        });
    }

    private Watcher.Tools tools() {
        Random chance = new Random(42);
        var settings = new WatchSettings(
                50,
                10_000,
                100_000,
                Duration.ofMinutes(9),
                Duration.ofMinutes(5),
                Duration.ofMinutes(60),
                Duration.ofMinutes(5),
                Duration.ofHours(72),
                new Backoff(
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1),
                        chance::nextDouble));
        Cursors saved = new MemoryCursors();
        var sent = new SentReader((_, _) -> List.of(), _ -> CompletableFuture.completedFuture(null), saved);
        var delivery = new Delivery(
                (_, _) -> new Reading.Private(),
                _ -> CompletableFuture.completedFuture(null),
                (_, _) -> CompletableFuture.completedFuture(null),
                new MemoryUnknownMails(),
                saved,
                new SellersMailbox.NoTally(),
                time);
        return new Watcher.Tools(
                server,
                new MemoryMailTransport(),
                mailboxes,
                lifecycle,
                guard.gate,
                saved,
                delivery,
                sent,
                time,
                settings,
                patience,
                time);
    }

    private final class MemoryCursors implements Cursors {
        @Override
        public CompletionStage<Optional<Cursor>> load(MailboxId id) {
            return CompletableFuture.completedFuture(Optional.ofNullable(cursors.get(id)));
        }

        @Override
        public CompletionStage<Optional<Cursor>> loadSent(MailboxId id) {
            return CompletableFuture.completedFuture(Optional.ofNullable(sentSaved.get(id)));
        }

        @Override
        public CompletionStage<Void> saveSent(Lease lease, Cursor cursor) {
            sentSaved.put(lease.mailbox(), cursor);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> begin(MailboxId id, Cursor cursor) {
            cursors.putIfAbsent(id, cursor);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> save(Lease lease, Cursor cursor, @Nullable Instant lastMailSeenAt) {
            cursors.put(lease.mailbox(), cursor);
            return CompletableFuture.completedFuture(null);
        }
    }
}
