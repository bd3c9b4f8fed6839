package pl.odzew.notification.announcement.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.odzew.events.SellerId;
import pl.odzew.notification.announcement.Affected;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.RecipientState;
import pl.odzew.notification.announcement.Text;
import pl.odzew.notification.announcement.dispatch.AnnouncementBatches.Batch;
import pl.odzew.notification.announcement.letter.AnnouncementWriter;
import pl.odzew.notification.announcement.postgres.AudienceStore;
import pl.odzew.notification.announcement.postgres.RecipientStore;
import pl.odzew.notification.announcement.postgres.RecipientStore.Claimed;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.postgres.BoardStore;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.PostingException;
import pl.odzew.notification.delivery.Postman;
import pl.odzew.notification.delivery.RetryPolicy;
import pl.odzew.transport.transaction.Transactions;

/// Writes to sellers, each at most once in a round: the claim is committed before the mail server is called, and what
/// may have left is not sent again.
@ApplicationScoped
class AnnouncementWorker {

    private static final Logger LOG = Logger.getLogger(AnnouncementWorker.class);

    private final AnnouncementBatches batches;
    private final AudienceStore audience;
    private final RecipientStore recipients;
    private final ContactStore contacts;
    private final BoardStore board;
    private final AnnouncementWriter writer;
    private final Postman postman;
    private final Transactions transactions;
    private final AnnouncementConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean stopping;

    AnnouncementWorker(
            AnnouncementBatches batches,
            AudienceStore audience,
            RecipientStore recipients,
            ContactStore contacts,
            BoardStore board,
            AnnouncementWriter writer,
            Postman postman,
            Transactions transactions,
            AnnouncementConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.batches = batches;
        this.audience = audience;
        this.recipients = recipients;
        this.contacts = contacts;
        this.board = board;
        this.writer = writer;
        this.postman = postman;
        this.transactions = transactions;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /// Somebody who is still concerned, and how he is written to.
    private record Addressee(Affected affected, Contact contact) {}

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        if (stopping) {
            return Uni.createFrom().voidItem();
        }
        return batches.next()
                .flatMap(batch ->
                        batch.map(this::send).orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> LOG.warnf("Work on announcements failed and goes on: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(Batch batch) {
        return Multi.createFrom()
                .iterable(batch.claimed())
                .onItem()
                .transformToUni(claimed -> sendTo(batch.announcement(), claimed))
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> sendTo(Announcement announcement, Claimed claimed) {
        SellerId seller = claimed.sellerId();
        return transactions
                .run(() -> addressee(announcement, seller))
                .flatMap(found -> found.isEmpty()
                        ? settle(announcement, claimed, RecipientState.SKIPPED)
                        : post(announcement, claimed, found.get()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "An announcement could not be settled: announcementId=%s sellerId=%s %s",
                        announcement.id(), seller, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Optional<Addressee>> addressee(Announcement announcement, SellerId seller) {
        return audience.affected(announcement.segment(), seller)
                .flatMap(affected -> affected.isEmpty()
                        ? Uni.createFrom().item(Optional.<Addressee>empty())
                        : contacts.contactOf(seller)
                                .map(contact -> contact.announcements()
                                                && !contact.recipients().isEmpty()
                                        ? Optional.of(new Addressee(affected.get(), contact))
                                        : Optional.<Addressee>empty()));
    }

    private Uni<Void> post(Announcement announcement, Claimed claimed, Addressee addressee) {
        return write(announcement, addressee)
                .flatMap(letter -> Uni.createFrom().completionStage(() -> postman.post(letter)))
                .onItemOrFailure()
                .transformToUni((_, failure) -> failure == null
                        ? sent(announcement, claimed, addressee)
                        : failed(announcement, claimed, failure));
    }

    private Uni<Letter> write(Announcement announcement, Addressee addressee) {
        return writer.write(
                mailId(announcement, addressee.affected().sellerId()),
                announcement,
                addressee.affected(),
                addressee.contact().recipients(),
                addressee.contact().language(),
                clock.instant());
    }

    private Uni<Void> sent(Announcement announcement, Claimed claimed, Addressee addressee) {
        count("sent");
        Instant now = clock.instant();
        Text text = announcement.text(addressee.contact().language());
        return transactions.run(() -> recipients
                .settle(announcement, claimed.sellerId(), RecipientState.SENT, now, now)
                .chain(() -> board.post(
                        boardId(announcement, claimed.sellerId()),
                        claimed.sellerId(),
                        new Content.Announced(text.subject(), text.body()),
                        now)));
    }

    private Uni<Void> failed(Announcement announcement, Claimed claimed, Throwable failure) {
        count("failed");
        LOG.warnf(
                "An announcement has not left: announcementId=%s sellerId=%s attempt=%d cause=%s",
                announcement.id(), claimed.sellerId(), claimed.attempt(), failure.getMessage());
        if (failure instanceof PostingException posting && posting.mayHaveLeft()) {
            return settle(announcement, claimed, RecipientState.UNKNOWN);
        }
        return settle(
                announcement,
                claimed,
                claimed.attempt() < config.mostAttempts() ? RecipientState.PENDING : RecipientState.FAILED);
    }

    private Uni<Void> settle(Announcement announcement, Claimed claimed, RecipientState state) {
        Instant now = clock.instant();
        return transactions.run(() -> recipients.settle(
                announcement, claimed.sellerId(), state, now.plus(RetryPolicy.pauseAfter(claimed.attempt())), now));
    }

    private void count(String outcome) {
        meters.counter("odzew.mails", "kind", "ANNOUNCEMENT", "outcome", outcome)
                .increment();
    }

    private static MailId mailId(Announcement announcement, SellerId seller) {
        return new MailId(named(announcement.id() + "/" + announcement.round() + "/" + seller));
    }

    /// The reminder renews the notification of the first mail.
    private static UUID boardId(Announcement announcement, SellerId seller) {
        return named(announcement.id() + "/" + seller);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
