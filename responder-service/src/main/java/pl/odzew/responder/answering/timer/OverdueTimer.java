package pl.odzew.responder.answering.timer;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.odzew.events.SellerId;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.transport.transaction.Transactions;

/// Looks for messages whose time has come or that have waited until the age limit, and for sellers for whom a
/// turn of a stop switch has not been followed yet. Each seller is a transaction of his own: one seller's
/// trouble stays his.
///
/// Every replica may do it at once: the desks' locks keep them apart.
@ApplicationScoped
class OverdueTimer {

    private static final Logger LOG = Logger.getLogger(OverdueTimer.class);

    private final Transactions transactions;
    private final DecisionLog log;
    private final Desks desks;
    private final RepliesConfig config;
    private final Clock clock;

    OverdueTimer(Transactions transactions, DecisionLog log, Desks desks, RepliesConfig config, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.desks = desks;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${odzew.replies.due-check-every:10S}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> decideDue() {
        Instant now = clock.instant();
        Instant until = now.minus(config.ageLimit());
        return eachSeller(
                () -> log.sellersWithDue(now, until),
                seller -> open(new DeskRequest.Due(Set.of(seller), now, until), desk -> desk.decideDue(now)));
    }

    @Scheduled(every = "${odzew.replies.stop-check-every:5S}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> followStops() {
        return eachSeller(
                log::sellersToFollowStop,
                seller -> open(new DeskRequest.Stop(Set.of(seller)), desk -> desk.followStop(clock.instant())));
    }

    private Uni<Void> eachSeller(Supplier<Uni<Set<SellerId>>> which, Function<SellerId, Uni<Void>> work) {
        return transactions
                .run(which)
                .onItem()
                .transformToMulti(sellers -> Multi.createFrom().iterable(sellers))
                .onItem()
                .transformToUniAndConcatenate(seller -> work.apply(seller)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(failure, "A seller's due messages wait: sellerId=%s", seller))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> open(DeskRequest request, Consumer<SellerDesk> work) {
        return transactions.run(() -> desks.open(request, open -> {
                    open.values().forEach(work);
                    return true;
                })
                .replaceWithVoid());
    }
}
