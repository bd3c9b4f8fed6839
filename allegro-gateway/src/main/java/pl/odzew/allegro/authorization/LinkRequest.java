package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.SellerId;

/// A seller is about to consent; nobody else can bring the code back.
///
/// @param verifier PKCE (RFC 7636), so that a stolen code is worth nothing
public record LinkRequest(LinkState state, SellerId sellerId, Secret verifier, Instant expiresAt) {

    public LinkRequest {
        requireNonNull(state, "state is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(verifier, "verifier is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
