package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// What Allegro issues: the access token for the API, and the refresh token that buys the next pair, once.
public record TokenPair(Secret access, Secret refresh, Instant accessExpiresAt) {

    public TokenPair {
        requireNonNull(access, "access is null");
        requireNonNull(refresh, "refresh is null");
        requireNonNull(accessExpiresAt, "accessExpiresAt is null");
    }
}
