package pl.odzew.notification.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import pl.odzew.notification.delivery.PostingException;
import pl.odzew.notification.delivery.Postman;
import pl.odzew.notification.delivery.RetryPolicy;
import pl.odzew.notification.delivery.dispatch.MailClaims.Claim;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.transport.transaction.Transactions;

/// Sends the mails that are due, one after the other; any number of replicas may do so at once.
///
/// The claim is committed before the mail server is called and the outcome after it: a crash in between sends the mail
/// once more, with the same Message-ID.
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private static final String MAILS = "odzew.mails";

    private final MailClaims claims;
    private final Postman postman;
    private final MailStore mails;
    private final Transactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean stopping;

    DeliveryWorker(
            MailClaims claims,
            Postman postman,
            MailStore mails,
            Transactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.claims = claims;
        this.postman = postman;
        this.mails = mails;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /// The database is closed soon after, so no mail is begun from here on.
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sendAllThatAreDue() {
        return Uni.createFrom()
                .deferred(() -> stopping ? Uni.createFrom().item(new Claim.Nothing()) : claims.next())
                .call(this::carryOut)
                .repeat()
                .until(claim -> claim instanceof Claim.Nothing)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Looking for mails that are due failed: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> carryOut(Claim claim) {
        return switch (claim) {
            case Claim.Nothing _, Claim.Settled _ -> Uni.createFrom().voidItem();
            case Claim.Mine mine -> send(mine);
        };
    }

    private Uni<Void> send(Claim.Mine mine) {
        DueMail mail = mine.mail();
        if (mail.again()) {
            LOG.warnf("A mail leaves once more, since whoever sent it died: mailId=%s", mail.id());
            meters.counter(MAILS, "kind", mail.kind().name(), "outcome", "repeated")
                    .increment();
        }
        return Uni.createFrom()
                .deferred(() -> mine.letter().get())
                .flatMap(letter -> Uni.createFrom().completionStage(() -> postman.post(letter)))
                .chain(() -> recordSent(mail))
                .onFailure()
                .recoverWithUni(failure -> recordFailure(mail, failure));
    }

    private Uni<Void> recordSent(DueMail mail) {
        meters.counter(MAILS, "kind", mail.kind().name(), "outcome", "sent").increment();
        LOG.infof("A mail has left: mailId=%s kind=%s sellerId=%s", mail.id(), mail.kind(), mail.sellerId());
        Instant now = clock.instant();
        return transactions.run(() -> mails.sent(mail.id(), now)
                .chain(() -> claims.source(mail.kind()).left(mail, now)));
    }

    private Uni<Void> recordFailure(DueMail mail, Throwable failure) {
        meters.counter(MAILS, "kind", mail.kind().name(), "outcome", "failed").increment();
        boolean mayHaveLeft = failure instanceof PostingException posting && posting.mayHaveLeft();
        LOG.warnf(
                "A mail has not left and is tried again: mailId=%s kind=%s attempt=%d cause=%s",
                mail.id(), mail.kind(), mail.attempt(), failure.getMessage());
        return transactions.run(() -> mails.failed(
                mail,
                clock.instant().plus(RetryPolicy.pauseAfter(mail.attempt())),
                mayHaveLeft,
                String.valueOf(failure.getMessage())));
    }
}
