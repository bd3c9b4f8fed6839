package pl.odzew.mailbox.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.MemoryMailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.TestGuard;
import pl.odzew.mailbox.intake.BuyerIntake;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.MemoryUnknownMails;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Reading;
import pl.odzew.mailbox.intake.mime.Mime4jParser;
import pl.odzew.mailbox.intake.mime.RecognisersFile;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.sending.MemoryMailTransport;

/// Anna's mailbox with all that watches it, on the memory twins and driven time.
final class SellersMailbox {

    static final Login ANNA =
            new Login("anna@gmail.com", Password.typed("abcdefghijklmnop").secret());

    final DrivenTime time = new DrivenTime();
    final MemoryMailConnector server = new MemoryMailConnector(time);
    final MemoryMailTransport smtp = new MemoryMailTransport();
    final MemoryMailbox inbox = server.mailbox(ANNA);
    final Map<MailboxId, Cursor> saved = new HashMap<>();
    private final Map<MailboxId, Cursor> sentSaved = new HashMap<>();
    final List<CloudEvent> published = new ArrayList<>();
    final List<String> bounced = new ArrayList<>();
    final MemoryMailboxes mailboxes = new MemoryMailboxes(new Servers(
            new ServerAddress("imap.gmail.com", 993, ServerAddress.Security.TLS),
            new ServerAddress("smtp.gmail.com", 465, ServerAddress.Security.TLS)));
    final Patience patience = new Patience(
            new Confirmation(List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(15))),
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)));
    final TestGuard guard = new TestGuard(mailboxes, time);
    final Lifecycle lifecycle = new Lifecycle(mailboxes, patience, guard.desk, new Classifier(false), time);

    final Mailbox mailbox;
    private final Watcher watcher;
    private boolean brokerIsAway;
    private int privateMails;

    SellersMailbox() {
        smtp.know(ANNA);
        Password password = Password.typed("abcdefghijklmnop");
        mailbox = mailboxes
                .add(
                        Mailbox.connected(
                                new SellerId("anna"),
                                new MailAddress(ANNA.user()),
                                MailProvider.GMAIL,
                                password.shape(),
                                time.instant()),
                        password)
                .toCompletableFuture()
                .join();
        watcher = new Watcher(new Lease(mailbox.id(), 1), tools(), time);
        lifecycle.onChange(watcher::changed);
    }

    void startWatching() {
        watcher.start(present());
    }

    void crash() {
        watcher.stop();
    }

    Mailbox present() {
        return mailboxes.find(mailbox.id()).toCompletableFuture().join().orElseThrow();
    }

    void changePassword(String typed) {
        Password password = Password.typed(typed);
        server.mailbox(new Login(ANNA.user(), password.secret()));
        Mailbox after = mailboxes
                .changePassword(
                        mailbox.id(), password, present -> present.credentialChanged(password.shape(), time.instant()))
                .toCompletableFuture()
                .join()
                .orElseThrow();
        lifecycle.tell(after);
    }

    void brokerIsAway(boolean away) {
        brokerIsAway = away;
    }

    int privateMails() {
        return privateMails;
    }

    List<MessageReceived> messages() {
        return published.stream()
                .map(CloudEvent::data)
                .filter(MessageReceived.class::isInstance)
                .map(MessageReceived.class::cast)
                .toList();
    }

    List<MessageAnsweredByPerson> answers() {
        return published.stream()
                .map(CloudEvent::data)
                .filter(MessageAnsweredByPerson.class::isInstance)
                .map(MessageAnsweredByPerson.class::cast)
                .toList();
    }

    List<@Nullable String> subjects() {
        return messages().stream().map(MessageReceived::subject).toList();
    }

    private Watcher.Tools tools() {
        var settings = new WatchSettings(
                2,
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
                        () -> 0.0));
        var sent = new SentReader(
                new BuyerIntake(new Mime4jParser(), RecognisersFile.allegroMail()), this::publish, new MemoryCursors());
        var delivery = new Delivery(
                new SubjectIntake(),
                this::publish,
                (_, messageIds) -> {
                    bounced.addAll(messageIds);
                    return CompletableFuture.completedFuture(null);
                },
                new MemoryUnknownMails(),
                new MemoryCursors(),
                new NoTally() {
                    @Override
                    public void privateMail() {
                        privateMails++;
                    }
                },
                time);
        return new Watcher.Tools(
                server,
                smtp,
                mailboxes,
                lifecycle,
                guard.gate,
                new MemoryCursors(),
                delivery,
                sent,
                time,
                settings,
                patience,
                time);
    }

    private CompletionStage<Void> publish(List<CloudEvent> messages) {
        if (brokerIsAway) {
            return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
        }
        published.addAll(messages);
        return CompletableFuture.completedFuture(null);
    }

    private final class MemoryCursors implements Cursors {
        @Override
        public CompletionStage<Optional<Cursor>> load(MailboxId id) {
            return CompletableFuture.completedFuture(Optional.ofNullable(saved.get(id)));
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
            saved.putIfAbsent(id, cursor);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> save(Lease lease, Cursor cursor, @Nullable Instant lastMailSeenAt) {
            saved.put(lease.mailbox(), cursor);
            return CompletableFuture.completedFuture(null);
        }
    }

    /// Counts nothing.
    static class NoTally implements Tally {
        @Override
        public void buyersMail() {}

        @Override
        public void privateMail() {}

        @Override
        public void allegroNotice() {}

        @Override
        public void unknownAllegroMail() {}

        @Override
        public void bounce() {}

        @Override
        public void unreadableMail() {}
    }

    /// Reads only what these tests need: the subject says what a mail is.
    private static final class SubjectIntake implements Intake {
        @Override
        public Reading read(RawMail mail, Recipient recipient) {
            String subject = new String(mail.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("Subject: "))
                    .map(line -> line.substring("Subject: ".length()))
                    .findFirst()
                    .orElse("");
            if (subject.startsWith("Bank")) {
                return new Reading.Private();
            }
            if (subject.equals("Poison")) {
                throw new IllegalStateException("nobody foresaw this mail");
            }
            if (subject.startsWith("Returned ")) {
                return new Reading.Bounce(List.of(subject.substring("Returned ".length())));
            }
            return new Reading.BuyersMail(
                    new EventId("mail-" + mail.gmailMessageId()),
                    new ConversationId("conversation"),
                    new Buyer("jan", null),
                    mail.receivedAt(),
                    subject,
                    MessageText.of("words"),
                    null,
                    new MailFacts(null, null, List.of(), List.of(), false, false, true, "jan@allegromail.pl"),
                    null,
                    null);
        }
    }
}
