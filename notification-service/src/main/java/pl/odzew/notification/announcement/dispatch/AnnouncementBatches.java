package pl.odzew.notification.announcement.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.AnnouncementState;
import pl.odzew.notification.announcement.Announcements;
import pl.odzew.notification.announcement.postgres.AnnouncementStore;
import pl.odzew.notification.announcement.postgres.RecipientStore;
import pl.odzew.notification.announcement.postgres.RecipientStore.Claimed;
import pl.odzew.transport.transaction.Transactions;

/// Begins announcements, claims who is next, and ends them.
@ApplicationScoped
class AnnouncementBatches {

    private static final Logger LOG = Logger.getLogger(AnnouncementBatches.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    private final AnnouncementStore announcements;
    private final RecipientStore recipients;
    private final Transactions transactions;
    private final AnnouncementConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    AnnouncementBatches(
            AnnouncementStore announcements,
            RecipientStore recipients,
            Transactions transactions,
            AnnouncementConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.announcements = announcements;
        this.recipients = recipients;
        this.transactions = transactions;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /// Who is written to now, by this replica alone.
    record Batch(Announcement announcement, List<Claimed> claimed) {}

    Uni<Optional<Batch>> next() {
        return transactions.run(this::beginNext).chain(() -> transactions.run(this::claimBatch));
    }

    /// Whom it concerns is asked when it begins, not when it was written.
    private Uni<Void> beginNext() {
        Instant now = clock.instant();
        return announcements.lockNextToBegin(now).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Announcement begun = Announcements.begin(found.get());
            return announcements
                    .save(begun)
                    .chain(() -> begun.round() == Announcement.REMINDER
                            ? recipients.remind(begun, now)
                            : recipients.fill(begun, now))
                    .invoke(count -> LOG.infof(
                            "An announcement begins: announcementId=%s round=%d sellers=%d",
                            begun.id(), begun.round(), count))
                    .replaceWithVoid();
        });
    }

    private Uni<Optional<Batch>> claimBatch() {
        Instant now = clock.instant();
        return announcements.claimBatch(now, PACE).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            Announcement announcement = found.get();
            return recipients
                    .giveUpOnLost(announcement.id(), now)
                    .invoke(this::countLost)
                    .chain(() -> recipients.claim(announcement, config.perSecond(), now, config.lease()))
                    .call(claimed -> claimed.isEmpty()
                            ? endIfAllAreSettled(announcement)
                            : Uni.createFrom().voidItem())
                    .map(claimed -> Optional.of(new Batch(announcement, claimed)));
        });
    }

    private Uni<Void> endIfAllAreSettled(Announcement announcement) {
        return recipients.left(announcement).flatMap(left -> {
            if (left > 0) {
                return Uni.createFrom().voidItem();
            }
            LOG.infof("An announcement is sent: announcementId=%s round=%d", announcement.id(), announcement.round());
            return announcements.save(Announcements.in(announcement, AnnouncementState.SENT));
        });
    }

    private void countLost(int lost) {
        if (lost > 0) {
            meters.counter("odzew.mails", "kind", "ANNOUNCEMENT", "outcome", "unknown")
                    .increment(lost);
        }
    }
}
