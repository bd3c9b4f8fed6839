package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Lets sign-ins through to a provider no faster than it likes, and while it is doubted none but canaries.
///
/// What a person waits for has a budget of its own, which the others cannot use up. The pace is the
/// installation's, since replicas mostly come to a provider from one address, and each takes its part of it.
/// Safe for use by many threads.
public final class LoginGate {

    /// @param perSecond sign-ins of watches, for each provider
    /// @param reservedPerSecond besides, for saved passwords and checks
    /// @param askAgainAfter while a provider is doubted; up to twice as long by chance
    /// @param chance from 0 inclusive to 1 exclusive
    public record Settings(double perSecond, double reservedPerSecond, Duration askAgainAfter, DoubleSupplier chance) {
        public Settings {
            requireNonNull(askAgainAfter, "askAgainAfter is null");
            requireNonNull(chance, "chance is null");
            if (perSecond <= 0 || reservedPerSecond <= 0) {
                throw new IllegalArgumentException("at least some sign-ins are let through");
            }
        }
    }

    /// What a watch is told that wants to sign in.
    public sealed interface Admission {
        record Go() implements Admission {}

        /// A place in the row is kept; nobody needs to ask again.
        record Turn(Instant at) implements Admission {}

        /// The provider is doubted: ask again then.
        record Held(Instant until) implements Admission {}
    }

    private static final Duration UNUSED = Duration.ofSeconds(1);

    private final OutageDesk outages;
    private final Settings settings;
    private final Clock clock;
    private volatile IntSupplier replicas = () -> 1;
    private final Map<ProviderKey, Pace> paces = new ConcurrentHashMap<>();
    private final Map<ProviderKey, Pace> reserved = new ConcurrentHashMap<>();

    public LoginGate(OutageDesk outages, Settings settings, Clock clock) {
        this.outages = outages;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param count how many replicas there are at the moment
    public void shareAmong(IntSupplier count) {
        replicas = count;
    }

    public Admission ask(Mailbox mailbox) {
        Instant now = clock.instant();
        if (isHeld(mailbox)) {
            return new Admission.Held(now.plus(stretched(settings.askAgainAfter())));
        }
        Instant turn = pace(mailbox.providerKey()).next(now);
        return turn.isAfter(now) ? new Admission.Turn(turn) : new Admission.Go();
    }

    /// Whether this mailbox may not sign in at present, however few others do.
    public boolean isHeld(Mailbox mailbox) {
        return outages.holds(mailbox.providerKey()) && !mailbox.isCanary();
    }

    /// A sign-in that does not wait, such as a sender's, takes the place of another one.
    public void count(Mailbox mailbox) {
        pace(mailbox.providerKey()).next(clock.instant());
    }

    /// How long a person's own try waits, also while the provider is doubted.
    public Duration reservedDelay(ProviderKey provider) {
        Instant now = clock.instant();
        Instant turn = reserved.computeIfAbsent(provider, _ -> new Pace(settings.reservedPerSecond()))
                .next(now);
        return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
    }

    private Pace pace(ProviderKey provider) {
        return paces.computeIfAbsent(provider, _ -> new Pace(settings.perSecond()));
    }

    private Duration stretched(Duration duration) {
        return duration.plusMillis(
                Math.round(duration.toMillis() * settings.chance().getAsDouble()));
    }

    /// Places in a row, one interval apart, each moved a little by chance so that replicas do not march in
    /// step. What was not used within the last second may be used at once.
    private final class Pace {

        private final Duration interval;
        private Instant free = Instant.MIN;

        private Pace(double perSecond) {
            interval = Duration.ofNanos(Math.round(1_000_000_000 / perSecond));
        }

        private synchronized Instant next(Instant now) {
            Instant unused = now.minus(UNUSED);
            Instant turn = free.isBefore(unused) ? unused : free;
            Duration part = interval.multipliedBy(Math.max(1, replicas.getAsInt()));
            free = turn.plus(part);
            return turn.isAfter(now)
                    ? turn.plusNanos(
                            Math.round(part.toNanos() * settings.chance().getAsDouble()))
                    : now;
        }
    }
}
