package pl.odzew.events.seller.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.SellerId;

/// `seller.erasure-requested.v1`: every service forgets this seller.
public record SellerErasureRequested(SellerId sellerId, UUID requestId, Instant requestedAt) implements SellerEvent {

    public SellerErasureRequested {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(requestedAt, "requestedAt is null");
    }
}
