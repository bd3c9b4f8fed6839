package pl.odzew.mailbox.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.GuardSettings;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.OutageGuard.Counts;
import pl.odzew.mailbox.refusal.OutageGuard.Tried;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Guards in memory, counting [MemoryMailboxes]; every stage is complete at once.
public final class MemoryGuards implements Guards {

    private final MemoryMailboxes mailboxes;
    private final GuardSettings settings;
    private final Clock clock;
    private final Map<ProviderKey, OutageGuard> guards = new HashMap<>();
    private final Map<ProviderKey, Tried> tried = new HashMap<>();

    public MemoryGuards(MemoryMailboxes mailboxes, GuardSettings settings, Clock clock) {
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.clock = clock;
    }

    public OutageGuard guard(ProviderKey provider) {
        return guards.getOrDefault(provider, new OutageGuard.Watching(null));
    }

    @Override
    public CompletionStage<GuardRules.Step> advance(ProviderKey provider, Function<Standing, GuardRules.Step> rules) {
        GuardRules.Step step = rules.apply(standing(provider));
        guards.put(provider, step.next());
        if (step.order() != GuardRules.Order.NOTHING || step.next() instanceof OutageGuard.Watching) {
            tried.remove(provider);
        }
        return CompletableFuture.completedFuture(step);
    }

    @Override
    public CompletionStage<Map<ProviderKey, Standing>> notable(int doubted) {
        Set<ProviderKey> notable = new HashSet<>();
        guards.forEach((provider, guard) -> {
            if (!(guard instanceof OutageGuard.Watching)) {
                notable.add(provider);
            }
        });
        all().stream()
                .map(Mailbox::providerKey)
                .distinct()
                .filter(provider -> standing(provider).counts().doubted() >= doubted)
                .forEach(notable::add);
        Map<ProviderKey, Standing> standings = new HashMap<>();
        notable.forEach(provider -> standings.put(provider, standing(provider)));
        return CompletableFuture.completedFuture(standings);
    }

    @Override
    public CompletionStage<Void> tried(ProviderKey provider, boolean clear) {
        tried.merge(
                provider,
                clear ? new Tried(1, 0) : new Tried(0, 1),
                (one, other) -> new Tried(one.accepted() + other.accepted(), one.refused() + other.refused()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<List<MailboxId>> suspects(ProviderKey provider, int atMost) {
        return CompletableFuture.completedFuture(all().stream()
                .filter(mailbox -> mailbox.providerKey().equals(provider))
                .filter(mailbox -> mailbox.condition() instanceof Condition.Suspect)
                .sorted(Comparator.comparing(MemoryGuards::refusedAt))
                .limit(atMost)
                .map(Mailbox::id)
                .toList());
    }

    private Standing standing(ProviderKey provider) {
        return new Standing(guard(provider), counts(provider), tried.getOrDefault(provider, new Tried(0, 0)));
    }

    private Counts counts(ProviderKey provider) {
        int watched = 0;
        int suspects = 0;
        int demands = 0;
        int warned = 0;
        for (Mailbox mailbox : all()) {
            if (!mailbox.providerKey().equals(provider)) {
                continue;
            }
            MailboxStatus status = mailbox.condition().status();
            boolean webLogin = mailbox.failure()
                    .filter(failure -> failure.reason() == AuthFailureReason.WEB_LOGIN_REQUIRED)
                    .isPresent();
            boolean justWarned = status == MailboxStatus.AUTH_FAILED
                    && mailbox.condition().since().isAfter(clock.instant().minus(settings.together()));
            watched += status == MailboxStatus.PAUSED ? 0 : 1;
            suspects += status == MailboxStatus.SUSPECT ? 1 : 0;
            demands += webLogin && (status == MailboxStatus.SUSPECT || justWarned) ? 1 : 0;
            warned += webLogin && justWarned ? 1 : 0;
        }
        return new Counts(watched, suspects, demands, suspects + warned);
    }

    private static Instant refusedAt(Mailbox mailbox) {
        return mailbox.condition() instanceof Condition.Suspect suspect
                ? suspect.suspicion().last()
                : Instant.MAX;
    }

    private List<Mailbox> all() {
        return mailboxes.all().toCompletableFuture().join();
    }
}
