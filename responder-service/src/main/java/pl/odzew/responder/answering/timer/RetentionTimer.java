package pl.odzew.responder.answering.timer;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import pl.odzew.responder.answering.config.RetentionConfig;
import pl.odzew.responder.answering.postgres.Retention;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.transport.transaction.Transactions;

/// Forgets each hour what is older than it may become.
@ApplicationScoped
class RetentionTimer {

    private final Transactions transactions;
    private final Retention retention;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionTimer(Transactions transactions, Retention retention, RetentionConfig config, Clock clock) {
        this.transactions = transactions;
        this.retention = retention;
        this.config = config;
        this.clock = clock;
        requireLongerThan(RuleSet.LONGEST_WINDOW, config.decisions());
    }

    @Scheduled(every = "1H", delayed = "1M", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        Instant now = clock.instant();
        return transactions
                .run(() -> retention.forgetTexts(now.minus(config.texts())))
                .chain(() -> transactions.run(() -> retention.forgetDecisions(now.minus(config.decisions()))));
    }

    /// Who forgets an answer within the buyer's window gives a second one.
    private static void requireLongerThan(Duration window, Duration kept) {
        if (kept.compareTo(window) <= 0) {
            throw new IllegalStateException(
                    "odzew.retention.decisions must be longer than " + window.toDays() + " days");
        }
    }
}
