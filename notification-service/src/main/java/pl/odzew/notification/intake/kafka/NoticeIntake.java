package pl.odzew.notification.intake.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.odzew.events.Event;
import pl.odzew.events.SellerId;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.notification.alert.AlertDecision;
import pl.odzew.notification.alert.AlertPolicy;
import pl.odzew.notification.alert.Ending;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.Notice;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.postgres.AlertStore;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.postgres.BoardStore;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.Told;
import pl.odzew.notification.delivery.dispatch.DispatchConfig;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.notification.erasure.postgres.ErasureStore;
import pl.odzew.notification.projection.Snapshots;
import pl.odzew.notification.projection.postgres.ProjectionStore;

/// Carries out what the policy decides about each notice, within the transaction of the inbox.
@ApplicationScoped
class NoticeIntake {

    private static final Logger LOG = Logger.getLogger(NoticeIntake.class);

    private final AlertStore alerts;
    private final MailStore mails;
    private final BoardStore board;
    private final ErasureStore erasures;
    private final ProjectionStore projection;
    private final DispatchConfig config;
    private final Clock clock;

    NoticeIntake(
            AlertStore alerts,
            MailStore mails,
            BoardStore board,
            ErasureStore erasures,
            ProjectionStore projection,
            DispatchConfig config,
            Clock clock) {
        this.alerts = alerts;
        this.mails = mails;
        this.board = board;
        this.erasures = erasures;
        this.projection = projection;
        this.config = config;
        this.clock = clock;
    }

    /// In the given order, one after the other.
    ///
    /// Of a seller who is just being forgotten nothing is taken: it would be left over.
    ///
    /// @param events from which the notices were read, for the projection
    Uni<Void> takeAll(List<Notice> notices, List<Event> events) {
        Set<SellerId> sellers =
                notices.stream().map(notice -> notice.subject().sellerId()).collect(Collectors.toSet());
        return mails.lockSellers(sellers)
                .chain(() -> erasures.pendingAmong(sellers))
                .flatMap(forgotten -> projection
                        .take(Snapshots.of(events.stream()
                                .filter(event -> !forgotten.contains(event.sellerId()))
                                .toList()))
                        .chain(() -> takeEach(notices.stream()
                                .filter(notice ->
                                        !forgotten.contains(notice.subject().sellerId()))
                                .toList())));
    }

    /// Trouble of a mailbox is over when version 3 answers in its place.
    Uni<Void> takeSettings(List<AutoresponderSettingsChanged> settings) {
        Set<SellerId> sellers =
                settings.stream().map(AutoresponderSettingsChanged::sellerId).collect(Collectors.toSet());
        return mails.lockSellers(sellers)
                .chain(() -> erasures.pendingAmong(sellers))
                .flatMap(forgotten -> projection.take(Snapshots.of(settings.stream()
                        .filter(one -> !forgotten.contains(one.sellerId()))
                        .toList())))
                .chain(() -> alerts.openButReplaced(sellers))
                .flatMap(replaced -> Multi.createFrom()
                        .iterable(replaced)
                        .onItem()
                        .transformToUniAndConcatenate(
                                incident -> close(incident, Ending.MOVED_TO_VERSION_3, clock.instant()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> takeEach(List<Notice> notices) {
        return Multi.createFrom()
                .iterable(notices)
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(Notice notice) {
        return alerts.known(notice.subject().id())
                .map(known -> AlertPolicy.decide(notice, known))
                .flatMap(decision -> carryOut(decision, notice, clock.instant()));
    }

    private Uni<Void> carryOut(AlertDecision decision, Notice notice, Instant now) {
        return switch (decision) {
            case AlertDecision.Ignore _ -> Uni.createFrom().voidItem();
            case AlertDecision.Remember _ -> alerts.remember(notice, now);
            case AlertDecision.Open open -> alerts.remember(notice, now).chain(() -> open(open, notice, now));
            case AlertDecision.Close close ->
                alerts.remember(notice, now).chain(() -> close(close.incident(), close.ending(), now));
        };
    }

    private Uni<Void> open(AlertDecision.Open open, Notice notice, Instant now) {
        Subject subject = notice.subject();
        Incident superseded = open.superseded();
        Uni<Void> before = superseded == null ? Uni.createFrom().voidItem() : close(superseded, Ending.SUPERSEDED, now);
        var incident = Incident.open(subject, notice.version(), open.problem(), now);
        LOG.infof(
                "An incident opens: incidentId=%s subjectId=%s sellerId=%s",
                incident.id(), subject.id(), subject.sellerId());
        return before.chain(() ->
                        mails.collect(subject.sellerId(), MailKind.warningOf(subject.kind()), now, config.schedule()))
                .flatMap(warning -> alerts.add(incident, warning.value()))
                .chain(() -> board.post(incident.id().value(), subject.sellerId(), Content.of(incident), now));
    }

    private Uni<Void> close(Incident incident, Ending ending, Instant now) {
        LOG.infof("An incident ends: incidentId=%s ending=%s", incident.id(), ending);
        return alerts.close(incident.id(), ending, now)
                .call(() ->
                        board.close(incident.id().value(), incident.subject().sellerId(), ending.name(), now))
                .flatMap(warning -> ending.isTold()
                        ? tell(incident, ending, warning, now)
                        : Uni.createFrom().voidItem());
    }

    /// Good news is for those who had the bad; whether they had it is asked again when it leaves.
    private Uni<Void> tell(Incident incident, Ending ending, Optional<UUID> warning, Instant now) {
        if (warning.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SellerId seller = incident.subject().sellerId();
        return mails.lockTold(warning.get())
                .flatMap(told -> told == Told.NO
                        ? Uni.createFrom().voidItem()
                        : mails.collect(
                                        seller,
                                        MailKind.goodNewsOf(incident.subject().kind(), ending),
                                        now,
                                        config.goodNewsSchedule())
                                .flatMap(mail -> alerts.announceEnd(incident.id(), mail.value())));
    }
}
