package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.refusal.OutageGuard.Cause;
import pl.odzew.mailbox.refusal.OutageGuard.Counts;
import pl.odzew.mailbox.refusal.OutageGuard.Easing;
import pl.odzew.mailbox.refusal.OutageGuard.Holding;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.OutageGuard.Tried;
import pl.odzew.mailbox.refusal.OutageGuard.Warning;
import pl.odzew.mailbox.refusal.OutageGuard.Watching;

/// Decides, from counts, whether a provider's doubtful refusals speak against the mailboxes or against the provider.
/// Pure. Certain refusals never come here.
///
/// While it holds, canaries try: first one, and twice as many after each round in which most were accepted, so that a
/// recovered provider is not stormed, and one that takes only some soon leaves those in doubt whom it refuses.
public final class GuardRules {

    private static final int MOST_CANARIES = 1_024;

    private final GuardSettings settings;

    public GuardRules(GuardSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    public GuardSettings settings() {
        return settings;
    }

    /// What is to be done after a step; at most one of the first three.
    public enum Order {
        NOTHING,
        /// The canaries of [Step#canaries] are to try.
        TRY_CANARIES,
        /// It ended by recovery: whoever is still in doubt is judged anew and by himself.
        DOUBT_ANEW,
        /// It ended by steady refusals: whoever is in doubt is warned, until nobody is.
        WARN
    }

    /// @param page whether the operator is to be called now
    public record Step(OutageGuard next, Order order, int canaries, boolean page) {
        public Step {
            requireNonNull(next, "next is null");
            requireNonNull(order, "order is null");
        }

        /// Nothing is to be done.
        public static Step to(OutageGuard next) {
            return new Step(next, Order.NOTHING, 0, false);
        }
    }

    public Step next(OutageGuard guard, Counts counts, Tried tried, Instant now) {
        return switch (guard) {
            case Watching watching -> watching(watching, counts, now);
            case Holding holding -> holding(holding, counts, tried, now);
            case Easing easing -> new Step(easing, Order.DOUBT_ANEW, 0, false);
            case Warning warning ->
                counts.suspects() == 0
                        ? Step.to(new Watching(now.plus(settings.rearmAfter())))
                        : new Step(warning, Order.WARN, 0, false);
        };
    }

    public Ruling ruling(OutageGuard guard, Counts counts) {
        return switch (guard) {
            case Holding _, Easing _ -> Ruling.HELD;
            case Watching _, Warning _ ->
                counts.webLoginDemands() >= settings.mailboxes() ? Ruling.CROWDED : Ruling.FREE;
        };
    }

    /// After [Order#DOUBT_ANEW] was carried out.
    public Step eased(OutageGuard guard) {
        return Step.to(guard instanceof Easing ? new Watching(null) : guard);
    }

    private Step watching(Watching watching, Counts counts, Instant now) {
        Instant armedFrom = watching.armedFrom();
        if (!isOutage(counts) || armedFrom != null && now.isBefore(armedFrom)) {
            return Step.to(watching);
        }
        Cause cause =
                counts.webLoginDemands() * 2 > counts.doubted() ? Cause.WEB_LOGIN_DEMANDS : Cause.DOUBTFUL_REFUSALS;
        // That our own address is distrusted is the operator's business before it is any seller's.
        boolean page = cause == Cause.WEB_LOGIN_DEMANDS;
        return new Step(new Holding(now, now, false, cause, 1, now, page ? now : null), Order.NOTHING, 0, page);
    }

    private Step holding(Holding holding, Counts counts, Tried tried, Instant now) {
        boolean taken = tried.accepted() > 0 && tried.accepted() >= tried.refused();
        boolean acceptedOnce = holding.acceptedOnce() || tried.accepted() > 0;
        if (counts.suspects() == 0 || acceptedOnce && !isOutage(counts)) {
            return new Step(new Easing(now), Order.DOUBT_ANEW, 0, false);
        }
        Instant steadySince = taken ? now : holding.steadySince();
        if (!now.isBefore(steadySince.plus(settings.warnAfter()))
                || !now.isBefore(holding.since().plus(settings.longest()))) {
            return new Step(new Warning(now), Order.WARN, 0, false);
        }
        boolean page =
                holding.pagedAt() == null && !now.isBefore(holding.since().plus(settings.pageAfter()));
        @Nullable Instant pagedAt = page ? now : holding.pagedAt();
        boolean due = !now.isBefore(holding.nextRound());
        if (!due) {
            return new Step(
                    new Holding(
                            holding.since(),
                            steadySince,
                            acceptedOnce,
                            holding.cause(),
                            holding.canaries(),
                            holding.nextRound(),
                            pagedAt),
                    Order.NOTHING,
                    0,
                    page);
        }
        int canaries = canaries(holding.canaries(), tried);
        Instant nextRound = now.plus(taken ? settings.quickRound() : settings.round());
        return new Step(
                new Holding(holding.since(), steadySince, acceptedOnce, holding.cause(), canaries, nextRound, pagedAt),
                Order.TRY_CANARIES,
                canaries,
                page);
    }

    private static int canaries(int before, Tried tried) {
        if (tried.accepted() == 0) {
            return 1;
        }
        return tried.accepted() >= tried.refused() ? Math.min(before * 2, MOST_CANARIES) : Math.max(1, before / 2);
    }

    private boolean isOutage(Counts counts) {
        return counts.doubted() >= settings.mailboxes() && counts.doubted() >= settings.share() * counts.mailboxes();
    }
}
