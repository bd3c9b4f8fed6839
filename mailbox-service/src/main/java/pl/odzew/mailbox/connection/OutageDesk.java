package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.Guards.Standing;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Where it is asked whether a provider's refusals are believed. Safe for use by many threads.
public final class OutageDesk {

    private final Guards guards;
    private final GuardRules rules;
    private final Clock clock;
    private volatile Map<ProviderKey, Standing> latest = Map.of();

    public OutageDesk(Guards guards, GuardRules rules, Clock clock) {
        this.guards = requireNonNull(guards, "guards is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /// Counts, lets the guard begin to hold if that is due, and says how the provider's next refusal is to be judged.
    public CompletionStage<Ruling> ruling(ProviderKey provider) {
        Counted counted = new Counted();
        return guards.advance(provider, standing -> {
                    counted.standing = standing;
                    // A round is for those who can carry out its orders.
                    return standing.guard() instanceof OutageGuard.Watching
                            ? rules.next(standing.guard(), standing.counts(), standing.tried(), clock.instant())
                            : GuardRules.Step.to(standing.guard());
                })
                .thenApply(step -> rules.ruling(
                        step.next(), requireNonNull(counted.standing).counts()));
    }

    /// Whether sign-ins wait, as of the last round.
    public boolean holds(ProviderKey provider) {
        Standing standing = latest.get(provider);
        return standing != null
                && switch (standing.guard()) {
                    case OutageGuard.Holding _, OutageGuard.Easing _ -> true;
                    case OutageGuard.Watching _, OutageGuard.Warning _ -> false;
                };
    }

    /// A canary had an answer.
    ///
    /// @param clear whether it leaves no doubt: accepted, or refused for certain, as the others then are too
    public CompletionStage<Void> tried(ProviderKey provider, boolean clear) {
        return guards.tried(provider, clear);
    }

    /// The providers that are worth a look, as of the last round.
    public Map<ProviderKey, Standing> latest() {
        return latest;
    }

    void seen(Map<ProviderKey, Standing> standings) {
        latest = Map.copyOf(standings);
    }

    private static final class Counted {
        private @Nullable Standing standing;
    }
}
