package pl.odzew.events.seller.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pl.odzew.events.Event;

/// An event about a seller as a whole; the key is the seller id.
public sealed interface SellerEvent extends Event permits SellerErasureRequested, SellerErasureDone {

    @Override
    @JsonIgnore
    default String key() {
        return sellerId().value();
    }
}
