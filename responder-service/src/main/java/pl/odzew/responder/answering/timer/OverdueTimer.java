package pl.odzew.responder.answering.timer;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import pl.odzew.events.SellerId;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.answering.postgres.DeskRequest;
import pl.odzew.responder.answering.postgres.Desks;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.transport.transaction.Transactions;

/// Looks for messages that have waited until the age limit, for their seller's word or for a sender's, and ends them in
/// silence with that reason. Every replica may do it at once: the desks' locks keep them apart.
@ApplicationScoped
class OverdueTimer {

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

    @Scheduled(every = "${odzew.replies.overdue-check-every:1M}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> endOverdue() {
        Instant now = clock.instant();
        Instant until = now.minus(config.ageLimit());
        return transactions.run(() -> log.sellersWithWaitingSince(until).flatMap(sellers -> end(sellers, until, now)));
    }

    private Uni<Void> end(Set<SellerId> sellers, Instant until, Instant now) {
        if (sellers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return desks.open(new DeskRequest.Overdue(sellers, until), open -> {
                    open.values().forEach(desk -> desk.endOverdue(now));
                    return true;
                })
                .replaceWithVoid();
    }
}
