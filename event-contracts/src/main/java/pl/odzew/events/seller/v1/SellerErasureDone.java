package pl.odzew.events.seller.v1;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.SellerId;

/// `seller.erasure-done.v1`: one service has forgotten the seller.
///
/// @param service the name of its deployment, such as `mailbox-service`
public record SellerErasureDone(SellerId sellerId, UUID requestId, String service, Instant doneAt)
        implements SellerEvent {

    public SellerErasureDone {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(requestId, "requestId is null");
        requireNonNull(service, "service is null");
        requireNonNull(doneAt, "doneAt is null");
    }
}
