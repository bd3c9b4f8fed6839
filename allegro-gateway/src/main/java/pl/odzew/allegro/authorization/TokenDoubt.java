package pl.odzew.allegro.authorization;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An access token that Allegro refuses (401) before its time is over.
///
/// The first refusal is answered by a refresh. Where the new token is refused too, another refresh would only use up
/// refresh tokens; so it is tried again after 15 minutes and after an hour, like any doubtful refusal, and then the
/// consent counts as lost.
///
/// @param refusals how many refreshes were made because of a refusal
/// @param lastAt when the last of them was
public record TokenDoubt(int refusals, @Nullable Instant lastAt) {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(15);
    private static final Duration SECOND_WAIT = Duration.ofMinutes(45);

    /// A refusal after so long has nothing to do with the last one.
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);

    /// What to do about one more refusal.
    public sealed interface Answer {

        /// Buy another token, and remember that.
        record Refresh(TokenDoubt doubt) implements Answer {}

        /// Refused again too soon to tell: neither refresh nor alarm.
        record Wait() implements Answer {}

        /// Refused for an hour although refreshing works: only linking again helps.
        record Lost() implements Answer {}
    }

    public static TokenDoubt none() {
        return new TokenDoubt(0, null);
    }

    public Answer refused(Instant now) {
        if (lastAt == null || now.isAfter(lastAt.plus(FORGOTTEN_AFTER))) {
            return new Answer.Refresh(new TokenDoubt(1, now));
        }
        Duration wait = refusals == 1 ? FIRST_WAIT : SECOND_WAIT;
        if (now.isBefore(lastAt.plus(wait))) {
            return new Answer.Wait();
        }
        return refusals == 3 ? new Answer.Lost() : new Answer.Refresh(new TokenDoubt(refusals + 1, now));
    }
}
