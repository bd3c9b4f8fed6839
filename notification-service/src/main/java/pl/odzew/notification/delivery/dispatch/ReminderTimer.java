package pl.odzew.notification.delivery.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.postgres.AlertStore;
import pl.odzew.notification.alert.postgres.AlertStore.ToRemind;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.ReminderPolicy;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.transport.transaction.Transactions;

/// Writes reminders into the queue of mails when they are due; any number of replicas may do so at once.
@ApplicationScoped
class ReminderTimer {

    private static final Logger LOG = Logger.getLogger(ReminderTimer.class);

    private final Transactions transactions;
    private final AlertStore alerts;
    private final MailStore mails;
    private final ReminderConfig config;
    private final ReminderPolicy policy;
    private final Clock clock;

    ReminderTimer(Transactions transactions, AlertStore alerts, MailStore mails, ReminderConfig config, Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.mails = mails;
        this.config = config;
        this.policy = config.policy();
        this.clock = clock;
    }

    @Scheduled(every = "{odzew.reminders.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> remindAllThatAreDue() {
        return Uni.createFrom()
                .deferred(() -> transactions.run(() -> remindNext(clock.instant())))
                .repeat()
                .until(reminded -> reminded == 0)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Looking for reminders that are due failed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /// Answers of how many incidents one seller is reminded.
    private Uni<Integer> remindNext(Instant now) {
        return alerts.lockNextToRemind(now, now.plus(config.together())).flatMap(due -> {
            if (due.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            Incident first = due.getFirst().incident();
            MailKind kind = MailKind.reminderOf(first.subject().kind());
            return mails.add(first.subject().sellerId(), kind, policy.outsideQuietHours(now))
                    .call(mail -> reminded(due, mail))
                    .replaceWith(due.size());
        });
    }

    private Uni<Void> reminded(List<ToRemind> due, MailId mail) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> alerts.reminded(
                        one.incident().id(), mail.value(), policy.next(one.warnedAt(), one.reminders() + 1)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
