package pl.odzew.allegro.authorization;

import java.time.Duration;
import java.time.Instant;

/// How far the stored access token carries.
public sealed interface TokenState {

    /// Good for the next calls.
    record Fresh(Secret access) implements TokenState {}

    /// Still good, but to be refreshed before it runs out; where Allegro does not answer, it is used on.
    record Ageing(Secret access) implements TokenState {}

    /// Run out: nothing can be asked before a refresh.
    record RunOut() implements TokenState {}

    static TokenState of(TokenPair tokens, Instant now, Duration refreshAhead) {
        if (!now.isBefore(tokens.accessExpiresAt())) {
            return new RunOut();
        }
        return now.isBefore(tokens.accessExpiresAt().minus(refreshAhead))
                ? new Fresh(tokens.access())
                : new Ageing(tokens.access());
    }
}
