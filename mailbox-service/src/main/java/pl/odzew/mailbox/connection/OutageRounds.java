package pl.odzew.mailbox.connection;

import java.lang.System.Logger;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.Guards.Standing;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Carries out what the outage guard orders. Run every few seconds by whoever watches mailboxes; several at once
/// do no harm, since each step is taken once.
public final class OutageRounds {

    private static final Logger LOG = System.getLogger(OutageRounds.class.getName());

    /// Warned in one round; the next round goes on.
    private static final int AT_ONCE = 500;

    private final OutageDesk desk;
    private final Guards guards;
    private final GuardRules rules;
    private final Lifecycle lifecycle;
    private final Clock clock;

    public OutageRounds(OutageDesk desk, Guards guards, GuardRules rules, Lifecycle lifecycle, Clock clock) {
        this.desk = desk;
        this.guards = guards;
        this.rules = rules;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /// Ends when every order of this round is carried out.
    public CompletionStage<Void> run() {
        return guards.notable(rules.settings().mailboxes())
                .thenCompose(notable -> oneByOne(List.copyOf(notable.keySet()), this::review))
                .thenCompose(_ -> guards.notable(rules.settings().mailboxes()))
                .thenAccept(desk::seen);
    }

    private CompletionStage<Void> review(ProviderKey provider) {
        return guards.advance(provider, this::next).thenCompose(step -> {
            if (step.page()) {
                page(provider, step.next());
            }
            return switch (step.order()) {
                case NOTHING -> done();
                case TRY_CANARIES -> forSuspects(provider, step.canaries(), mailbox -> lifecycle.canary(mailbox));
                case WARN -> forSuspects(provider, AT_ONCE, mailbox -> lifecycle.believed(mailbox));
                case DOUBT_ANEW ->
                    forSuspects(provider, Integer.MAX_VALUE, mailbox -> lifecycle.doubtAnew(mailbox))
                            .thenCompose(_ -> guards.advance(provider, standing -> rules.eased(standing.guard())))
                            .thenAccept(_ -> LOG.log(
                                    Logger.Level.WARNING,
                                    "The provider takes sign-ins again, nobody was warned: provider={0}",
                                    provider));
            };
        });
    }

    private GuardRules.Step next(Standing standing) {
        return rules.next(standing.guard(), standing.counts(), standing.tried(), clock.instant());
    }

    private CompletionStage<Void> forSuspects(
            ProviderKey provider, int atMost, Function<MailboxId, CompletionStage<?>> deed) {
        return guards.suspects(provider, atMost).thenCompose(suspects -> oneByOne(suspects, deed));
    }

    private static void page(ProviderKey provider, OutageGuard guard) {
        if (guard instanceof OutageGuard.Holding holding) {
            LOG.log(
                    Logger.Level.ERROR,
                    "An operator is needed, key=outage-guard.page: provider={0} cause={1} since={2}",
                    provider,
                    holding.cause(),
                    holding.since());
        }
    }

    private static <T> CompletionStage<Void> oneByOne(List<T> all, Function<T, CompletionStage<?>> deed) {
        CompletionStage<Void> chain = done();
        for (T one : all) {
            chain = chain.thenCompose(_ -> deed.apply(one)).thenAccept(_ -> {});
        }
        return chain;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
