package pl.odzew.mailbox.refusal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the guard stands at one provider: whether its doubtful refusals are believed. Which state may follow which is
/// said by [GuardRules].
public sealed interface OutageGuard {

    /// Refusals are believed one by one.
    ///
    /// @param armedFrom before it the guard does not hold, whatever comes
    record Watching(@Nullable Instant armedFrom) implements OutageGuard {}

    /// So many are refused at once that the provider is doubted instead: nobody is warned, only canaries sign in.
    ///
    /// @param steadySince since when most canaries are refused
    /// @param acceptedOnce whether any was accepted at all
    /// @param canaries how many try at once
    /// @param nextRound when the next ones try
    /// @param pagedAt when the operator was called
    record Holding(
            Instant since,
            Instant steadySince,
            boolean acceptedOnce,
            Cause cause,
            int canaries,
            Instant nextRound,
            @Nullable Instant pagedAt)
            implements OutageGuard {
        public Holding {
            requireNonNull(since, "since is null");
            requireNonNull(steadySince, "steadySince is null");
            requireNonNull(cause, "cause is null");
            requireNonNull(nextRound, "nextRound is null");
        }
    }

    /// The provider takes sign-ins again; whoever is still in doubt is being judged anew, and nobody is warned
    /// meanwhile.
    record Easing(Instant since) implements OutageGuard {
        public Easing {
            requireNonNull(since, "since is null");
        }
    }

    /// The refusals were steady for so long that they are believed: everybody who was held is being warned.
    record Warning(Instant since) implements OutageGuard {
        public Warning {
            requireNonNull(since, "since is null");
        }
    }

    /// What most of the refusals are.
    enum Cause {
        DOUBTFUL_REFUSALS,
        /// Google wants owners to sign in with a browser, many at once: it distrusts our address.
        WEB_LOGIN_DEMANDS
    }

    /// How a refusal that the guard covers is to be judged.
    enum Ruling {
        /// By itself.
        FREE,
        /// Many of the provider's come together, too few for an outage: nothing warns without being confirmed.
        CROWDED,
        /// The provider is doubted: it warns nobody.
        HELD
    }

    /// A provider's mailboxes, counted.
    ///
    /// @param mailboxes all that are not paused
    /// @param suspects those in doubt at present
    /// @param webLoginDemands those among them, and those warned of it a short while ago
    /// @param doubted `suspects`, and those warned of a web sign-in demand a short while ago
    record Counts(int mailboxes, int suspects, int webLoginDemands, int doubted) {}

    /// How the canaries fared since the last round.
    ///
    /// @param accepted or refused for certain, which leaves no doubt either
    /// @param refused in doubtful words
    record Tried(int accepted, int refused) {}
}
